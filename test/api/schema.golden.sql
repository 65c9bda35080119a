CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $function$;

CREATE TABLE binding (
  tenant text NOT NULL,
  id uuid NOT NULL,
  plan_id uuid,
  measure_no integer,
  kind text,
  unit_id text,
  definition_key text NOT NULL,
  CONSTRAINT binding_pk PRIMARY KEY (tenant, id),
  CONSTRAINT binding_of_definition FOREIGN KEY (tenant, definition_key) REFERENCES definition(tenant, key),
  CONSTRAINT binding_place_unique UNIQUE NULLS NOT DISTINCT (tenant, plan_id, measure_no, kind, unit_id)
);

CREATE TABLE comment (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  author_id uuid NOT NULL,
  scope text NOT NULL,
  unit_id text,
  text text NOT NULL,
  reply_to uuid,
  mention_ids uuid[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT comment_pk PRIMARY KEY (tenant, id),
  CONSTRAINT comment_has_audience CHECK (((scope = 'matter'::text) OR ((scope = 'unit'::text) AND (unit_id IS NOT NULL)))),
  CONSTRAINT comment_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id),
  CONSTRAINT comment_to_comment FOREIGN KEY (tenant, reply_to) REFERENCES comment(tenant, id)
);
CREATE INDEX comment_thread ON comment USING btree (tenant, instance_id, created_at, id);
CREATE TRIGGER comment_is_final BEFORE DELETE OR UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE comment_file (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  comment_id uuid,
  file_name text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  media_type text NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT comment_file_pk PRIMARY KEY (tenant, id),
  CONSTRAINT comment_file_of_blob FOREIGN KEY (tenant, sha256) REFERENCES evidence_blob(tenant, sha256),
  CONSTRAINT comment_file_of_comment FOREIGN KEY (tenant, comment_id) REFERENCES comment(tenant, id),
  CONSTRAINT comment_file_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX comment_file_by_comment ON comment_file USING btree (tenant, comment_id);

CREATE TABLE comment_withdrawal (
  tenant text NOT NULL,
  comment_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comment_withdrawal_pk PRIMARY KEY (tenant, comment_id),
  CONSTRAINT comment_withdrawal_of_comment FOREIGN KEY (tenant, comment_id) REFERENCES comment(tenant, id)
);
CREATE TRIGGER comment_withdrawal_is_final BEFORE DELETE OR UPDATE ON comment_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE copy (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  kind text NOT NULL,
  person_id uuid NOT NULL,
  unit_id text,
  role text,
  made_by uuid,
  node_id text,
  note text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  remark text,
  remarked_at timestamp with time zone,
  reminded_on date,
  reminders integer NOT NULL DEFAULT 0,
  CONSTRAINT copy_pk PRIMARY KEY (tenant, id),
  CONSTRAINT copy_is_read_or_answered CHECK (((kind = 'circulate'::text) OR ((kind = 'cc'::text) AND (remark IS NULL)))),
  CONSTRAINT copy_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX copy_by_instance ON copy USING btree (tenant, instance_id, made_at, id);
CREATE INDEX copy_of_person ON copy USING btree (tenant, person_id, made_at DESC, id DESC);
CREATE UNIQUE INDEX copy_waiting ON copy USING btree (tenant, instance_id, person_id, kind) WHERE 
CASE kind
    WHEN 'circulate'::text THEN (remarked_at IS NULL)
    ELSE (read_at IS NULL)
END;

CREATE TABLE credential (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  hash text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT credential_pk PRIMARY KEY (tenant, person_id),
  CONSTRAINT credential_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person(tenant, id)
);

CREATE TABLE definition (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT definition_pk PRIMARY KEY (tenant, id),
  CONSTRAINT definition_key_unique UNIQUE (tenant, key)
);

CREATE TABLE definition_draft (
  tenant text NOT NULL,
  key text NOT NULL,
  xml text NOT NULL,
  revision integer NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT definition_draft_pk PRIMARY KEY (tenant, key),
  CONSTRAINT definition_draft_of_definition FOREIGN KEY (tenant, key) REFERENCES definition(tenant, key)
);

CREATE TABLE definition_version (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  xml text NOT NULL,
  compiled json NOT NULL,
  hash text NOT NULL,
  form json NOT NULL,
  note text NOT NULL,
  published_by uuid,
  published_at timestamp with time zone NOT NULL,
  message_starts text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT definition_version_pk PRIMARY KEY (tenant, id),
  CONSTRAINT definition_version_number_unique UNIQUE (tenant, key, version),
  CONSTRAINT definition_version_of_definition FOREIGN KEY (tenant, key) REFERENCES definition(tenant, key)
);
CREATE TRIGGER definition_version_is_final BEFORE DELETE OR UPDATE ON definition_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE deputy_rule (
  tenant text NOT NULL,
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  definition_keys text[],
  reason text NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  CONSTRAINT deputy_rule_pk PRIMARY KEY (tenant, id),
  CONSTRAINT deputy_rule_deputy_fk FOREIGN KEY (tenant, deputy_id) REFERENCES person(tenant, id),
  CONSTRAINT deputy_rule_ended CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  CONSTRAINT deputy_rule_ender_fk FOREIGN KEY (tenant, ended_by) REFERENCES person(tenant, id),
  CONSTRAINT deputy_rule_maker_fk FOREIGN KEY (tenant, made_by) REFERENCES person(tenant, id),
  CONSTRAINT deputy_rule_not_self CHECK ((principal_id <> deputy_id)),
  CONSTRAINT deputy_rule_principal_fk FOREIGN KEY (tenant, principal_id) REFERENCES person(tenant, id),
  CONSTRAINT deputy_rule_some_flow CHECK ((cardinality(definition_keys) > 0)),
  CONSTRAINT deputy_rule_window CHECK ((valid_from <= valid_to))
);
CREATE INDEX deputy_rule_of_deputy ON deputy_rule USING btree (tenant, deputy_id, id);
CREATE INDEX deputy_rule_of_principal ON deputy_rule USING btree (tenant, principal_id, id);
CREATE INDEX deputy_rule_standing ON deputy_rule USING btree (tenant, deputy_id, valid_to) WHERE (ended_at IS NULL);

CREATE TABLE evidence (
  tenant text NOT NULL,
  id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  unit_id text NOT NULL,
  file_name text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  media_type text NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT evidence_pk PRIMARY KEY (tenant, id),
  CONSTRAINT evidence_of_blob FOREIGN KEY (tenant, sha256) REFERENCES evidence_blob(tenant, sha256)
);
CREATE INDEX evidence_by_obligation ON evidence USING btree (tenant, obligation_id);
CREATE TRIGGER evidence_is_final BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_is_never_emptied BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE evidence_blob (
  tenant text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  refs integer NOT NULL,
  CONSTRAINT evidence_blob_pk PRIMARY KEY (tenant, sha256)
);

CREATE TABLE evidence_use (
  tenant text NOT NULL,
  evidence_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  round_no integer NOT NULL,
  CONSTRAINT evidence_use_pk PRIMARY KEY (tenant, evidence_id, submission_id, round_no),
  CONSTRAINT evidence_use_in_round FOREIGN KEY (tenant, submission_id, round_no) REFERENCES submission_round(tenant, submission_id, no),
  CONSTRAINT evidence_use_of_evidence FOREIGN KEY (tenant, evidence_id) REFERENCES evidence(tenant, id)
);
CREATE TRIGGER evidence_use_is_final BEFORE DELETE OR UPDATE ON evidence_use FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_use_is_never_emptied BEFORE TRUNCATE ON evidence_use FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE history (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  seq integer NOT NULL,
  revision integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  verb text NOT NULL,
  node_id text,
  event jsonb,
  passed text[] NOT NULL,
  text text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT history_pk PRIMARY KEY (tenant, instance_id, seq)
);
CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE ON history FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE idempotency_key (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  etag text,
  body json,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_key_pk PRIMARY KEY (tenant, person_id, key),
  CONSTRAINT idempotency_key_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person(tenant, id)
);
CREATE INDEX idempotency_key_created_index ON idempotency_key USING btree (tenant, created_at);

CREATE TABLE instance (
  tenant text NOT NULL,
  id uuid NOT NULL,
  definition_version_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  unit_id text NOT NULL,
  supervisor_unit_id text NOT NULL,
  reader_unit_ids text[] NOT NULL,
  seat_unit_ids text[] NOT NULL,
  seat_roles text[] NOT NULL,
  seat_person_ids uuid[] NOT NULL,
  drafter_ids uuid[] NOT NULL,
  submission_id uuid NOT NULL,
  round integer NOT NULL,
  marking jsonb NOT NULL,
  status text NOT NULL,
  outcome text,
  revision integer NOT NULL,
  history_seq integer NOT NULL,
  history_hash text NOT NULL,
  started_by uuid,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  main boolean NOT NULL DEFAULT true,
  reader_person_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  approval jsonb NOT NULL,
  request text,
  CONSTRAINT instance_pk PRIMARY KEY (tenant, id),
  CONSTRAINT instance_of_version FOREIGN KEY (tenant, definition_version_id) REFERENCES definition_version(tenant, id),
  CONSTRAINT instance_request_check CHECK (((request IS NULL) OR ((request = 'extension'::text) AND (NOT main))))
);
CREATE INDEX instance_by_unit ON instance USING btree (tenant, unit_id);
CREATE INDEX instance_by_version ON instance USING btree (tenant, definition_version_id, status);
CREATE INDEX instance_in_trouble ON instance USING btree (tenant, id) WHERE (status = 'incident'::text);
CREATE UNIQUE INDEX instance_running_of_obligation ON instance USING btree (tenant, obligation_id) WHERE (main AND (status <> 'completed'::text));
CREATE UNIQUE INDEX instance_running_request ON instance USING btree (tenant, obligation_id, request) WHERE ((request IS NOT NULL) AND (status <> 'completed'::text));

CREATE TABLE item_answer (
  tenant text NOT NULL,
  item_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  round_no integer NOT NULL,
  done text NOT NULL,
  text text NOT NULL,
  answered_by uuid NOT NULL,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT item_answer_pk PRIMARY KEY (tenant, item_id),
  CONSTRAINT item_answer_in_round FOREIGN KEY (tenant, submission_id, round_no) REFERENCES submission_round(tenant, submission_id, no),
  CONSTRAINT item_answer_of_item FOREIGN KEY (tenant, item_id) REFERENCES return_item(tenant, id)
);
CREATE TRIGGER item_answer_is_final BEFORE DELETE OR UPDATE ON item_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_answer_is_never_emptied BEFORE TRUNCATE ON item_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE item_resolution (
  tenant text NOT NULL,
  item_id uuid NOT NULL,
  task_id uuid NOT NULL,
  resolved_by uuid NOT NULL,
  resolved_at timestamp with time zone NOT NULL,
  CONSTRAINT item_resolution_pk PRIMARY KEY (tenant, item_id),
  CONSTRAINT item_resolution_of_item FOREIGN KEY (tenant, item_id) REFERENCES return_item(tenant, id)
);
CREATE TRIGGER item_resolution_is_final BEFORE DELETE OR UPDATE ON item_resolution FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_resolution_is_never_emptied BEFORE TRUNCATE ON item_resolution FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE job (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  node_id text NOT NULL,
  token integer NOT NULL,
  handler text NOT NULL,
  input jsonb NOT NULL,
  status text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  closed_at timestamp with time zone,
  CONSTRAINT job_pk PRIMARY KEY (tenant, id),
  CONSTRAINT job_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX job_by_instance ON job USING btree (tenant, instance_id);
CREATE INDEX job_due ON job USING btree (due_at) WHERE (status = 'pending'::text);

CREATE TABLE key_task (
  tenant text NOT NULL,
  plan_id uuid NOT NULL,
  no integer NOT NULL,
  title text NOT NULL,
  CONSTRAINT key_task_pk PRIMARY KEY (tenant, plan_id, no),
  CONSTRAINT key_task_plan_fk FOREIGN KEY (tenant, plan_id) REFERENCES plan(tenant, id)
);

CREATE TABLE mail_line (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  pace text NOT NULL,
  line jsonb NOT NULL,
  due_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_line_pk PRIMARY KEY (tenant, id),
  CONSTRAINT mail_line_pace_check CHECK ((pace = ANY (ARRAY['soon'::text, 'digest'::text])))
);
CREATE INDEX mail_line_by_person ON mail_line USING btree (tenant, person_id);
CREATE INDEX mail_line_due ON mail_line USING btree (due_at);

CREATE TABLE measure (
  tenant text NOT NULL,
  plan_id uuid NOT NULL,
  no integer NOT NULL,
  key_task_no integer NOT NULL,
  work_task_no integer NOT NULL,
  text text NOT NULL,
  units text[] NOT NULL,
  deadline jsonb NOT NULL,
  source jsonb NOT NULL,
  CONSTRAINT measure_pk PRIMARY KEY (tenant, plan_id, no),
  CONSTRAINT measure_key_task_fk FOREIGN KEY (tenant, plan_id, key_task_no) REFERENCES key_task(tenant, plan_id, no),
  CONSTRAINT measure_work_task_fk FOREIGN KEY (tenant, plan_id, work_task_no) REFERENCES work_task(tenant, plan_id, no)
);

CREATE TABLE membership (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  unit_id text NOT NULL,
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT membership_pk PRIMARY KEY (tenant, id),
  CONSTRAINT membership_once_key UNIQUE (tenant, person_id, unit_id, role, valid_from),
  CONSTRAINT membership_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person(tenant, id),
  CONSTRAINT membership_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit(tenant, id)
);
CREATE INDEX membership_flow_admins ON membership USING btree (tenant) WHERE (role = 'flowAdmin'::text);
CREATE INDEX membership_unit_role_index ON membership USING btree (tenant, unit_id, role);

CREATE TABLE notification (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  task_id uuid,
  instance_id uuid,
  obligation_id uuid,
  created_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  category text NOT NULL DEFAULT 'other'::text,
  folded integer NOT NULL DEFAULT 0,
  bundle_id uuid,
  held_until timestamp with time zone,
  CONSTRAINT notification_pk PRIMARY KEY (tenant, id)
);
CREATE INDEX notification_by_person ON notification USING btree (tenant, person_id, id DESC);
CREATE INDEX notification_held ON notification USING btree (held_until) WHERE (held_until IS NOT NULL);
CREATE INDEX notification_in_bundle ON notification USING btree (tenant, bundle_id) WHERE (bundle_id IS NOT NULL);
CREATE INDEX notification_unread ON notification USING btree (tenant, person_id, category, created_at) WHERE (read_at IS NULL);

CREATE TABLE notification_feed (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT notification_feed_pk PRIMARY KEY (tenant, person_id)
);

CREATE TABLE notification_setting (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  digest_at text NOT NULL,
  quiet_from text,
  quiet_to text,
  urgent_in_quiet boolean NOT NULL,
  choices jsonb NOT NULL,
  revision integer NOT NULL,
  CONSTRAINT notification_setting_pk PRIMARY KEY (tenant, person_id),
  CONSTRAINT notification_setting_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person(tenant, id),
  CONSTRAINT notification_setting_quiet_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL)))
);

CREATE TABLE obligation (
  tenant text NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  key text NOT NULL,
  number text NOT NULL,
  seq integer NOT NULL,
  measure_no integer NOT NULL,
  unit_id text NOT NULL,
  kind text NOT NULL,
  requirement text NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL,
  outcome text,
  instance_id uuid,
  reader_unit_ids text[] NOT NULL,
  submitted_at timestamp with time zone,
  returned_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  reader_person_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  original_due_on date,
  CONSTRAINT obligation_pk PRIMARY KEY (tenant, id),
  CONSTRAINT obligation_key_key UNIQUE (tenant, plan_id, key),
  CONSTRAINT obligation_measure_fk FOREIGN KEY (tenant, plan_id, measure_no) REFERENCES measure(tenant, plan_id, no),
  CONSTRAINT obligation_number_key UNIQUE (tenant, number),
  CONSTRAINT obligation_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'drafting'::text, 'submitted'::text, 'returned'::text, 'closed'::text]))),
  CONSTRAINT obligation_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit(tenant, id)
);
CREATE INDEX obligation_due_index ON obligation USING btree (tenant, due_on, id);
CREATE INDEX obligation_measure_index ON obligation USING btree (tenant, plan_id, measure_no);
CREATE INDEX obligation_readers_index ON obligation USING gin (reader_unit_ids);
CREATE INDEX obligation_unit_due_index ON obligation USING btree (tenant, unit_id, due_on, id);

CREATE TABLE obligation_extension (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT obligation_extension_pk PRIMARY KEY (tenant, instance_id),
  CONSTRAINT obligation_extension_later CHECK ((to_on > from_on)),
  CONSTRAINT obligation_extension_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id),
  CONSTRAINT obligation_extension_of_obligation FOREIGN KEY (tenant, obligation_id) REFERENCES obligation(tenant, id)
);
CREATE INDEX obligation_extension_by_obligation ON obligation_extension USING btree (tenant, obligation_id, at);
CREATE TRIGGER obligation_extension_is_final BEFORE DELETE OR UPDATE ON obligation_extension FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE outbox (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  delivered_at timestamp with time zone,
  failing_since timestamp with time zone,
  abandoned_at timestamp with time zone,
  abandoned_by uuid,
  abandoned_reason text,
  acts jsonb NOT NULL DEFAULT '[]'::jsonb,
  lane text,
  CONSTRAINT outbox_pk PRIMARY KEY (tenant, id),
  CONSTRAINT outbox_abandoned_or_delivered CHECK (((abandoned_at IS NULL) OR (delivered_at IS NULL))),
  CONSTRAINT outbox_abandoned_with_reason CHECK (((abandoned_at IS NULL) = (abandoned_reason IS NULL)))
);
CREATE INDEX outbox_in_trouble ON outbox USING btree (tenant, failing_since DESC, id DESC) WHERE ((delivered_at IS NULL) AND ((attempts >= 3) OR (abandoned_at IS NOT NULL)));
CREATE INDEX outbox_outside ON outbox USING btree (topic, due_at) WHERE ((delivered_at IS NULL) AND (abandoned_at IS NULL) AND (lane IS NOT NULL));
CREATE INDEX outbox_undelivered ON outbox USING btree (due_at) WHERE ((delivered_at IS NULL) AND (abandoned_at IS NULL) AND (lane IS NULL));

CREATE TABLE person (
  tenant text NOT NULL,
  id uuid NOT NULL,
  account text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  email text,
  CONSTRAINT person_pk PRIMARY KEY (tenant, id),
  CONSTRAINT person_account_key UNIQUE (tenant, account),
  CONSTRAINT person_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant(tenant)
);

CREATE TABLE phrase (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid,
  unit_id text,
  text text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT phrase_pk PRIMARY KEY (tenant, id),
  CONSTRAINT phrase_has_one_owner CHECK (((person_id IS NULL) <> (unit_id IS NULL)))
);
CREATE UNIQUE INDEX phrase_of_person ON phrase USING btree (tenant, person_id, text) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX phrase_of_unit ON phrase USING btree (tenant, unit_id, text) WHERE (unit_id IS NOT NULL);

CREATE TABLE phrase_use (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  phrase_id uuid NOT NULL,
  uses integer NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  CONSTRAINT phrase_use_pk PRIMARY KEY (tenant, person_id, phrase_id)
);

CREATE TABLE plan (
  tenant text NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  code text NOT NULL,
  status text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  progress_cadence text NOT NULL,
  supervisor_unit_id text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT plan_pk PRIMARY KEY (tenant, id),
  CONSTRAINT plan_code_key UNIQUE (tenant, code),
  CONSTRAINT plan_period_check CHECK ((period_from <= period_to)),
  CONSTRAINT plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'live'::text]))),
  CONSTRAINT plan_supervisor_fk FOREIGN KEY (tenant, supervisor_unit_id) REFERENCES unit(tenant, id)
);

CREATE TABLE plan_draft (
  tenant text NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_bytes bytea NOT NULL,
  reading json NOT NULL,
  status text NOT NULL,
  revision integer NOT NULL,
  plan_id uuid,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  CONSTRAINT plan_draft_pk PRIMARY KEY (tenant, id),
  CONSTRAINT plan_draft_confirmer_fk FOREIGN KEY (tenant, confirmed_by) REFERENCES person(tenant, id),
  CONSTRAINT plan_draft_creator_fk FOREIGN KEY (tenant, created_by) REFERENCES person(tenant, id),
  CONSTRAINT plan_draft_plan_fk FOREIGN KEY (tenant, plan_id) REFERENCES plan(tenant, id),
  CONSTRAINT plan_draft_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'confirmed'::text])))
);

CREATE TABLE return_item (
  tenant text NOT NULL,
  id uuid NOT NULL,
  submission_id uuid NOT NULL,
  round_no integer NOT NULL,
  no integer NOT NULL,
  text text NOT NULL,
  field text,
  row_no integer,
  column_name text,
  evidence_id uuid,
  carries uuid,
  task_id uuid NOT NULL,
  raised_by uuid NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  CONSTRAINT return_item_pk PRIMARY KEY (tenant, id),
  CONSTRAINT return_item_at_file FOREIGN KEY (tenant, evidence_id, submission_id, round_no) REFERENCES evidence_use(tenant, evidence_id, submission_id, round_no),
  CONSTRAINT return_item_at_one_place CHECK (((evidence_id IS NULL) OR (field IS NULL))),
  CONSTRAINT return_item_carries FOREIGN KEY (tenant, carries) REFERENCES return_item(tenant, id),
  CONSTRAINT return_item_of_round FOREIGN KEY (tenant, submission_id, round_no) REFERENCES submission_round(tenant, submission_id, no)
);
CREATE INDEX return_item_by_submission ON return_item USING btree (tenant, submission_id);
CREATE UNIQUE INDEX return_item_carried_once ON return_item USING btree (tenant, carries) WHERE (carries IS NOT NULL);
CREATE TRIGGER return_item_is_final BEFORE DELETE OR UPDATE ON return_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_item_is_never_emptied BEFORE TRUNCATE ON return_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE scheduled_start (
  tenant text NOT NULL,
  id uuid NOT NULL,
  definition_key text NOT NULL,
  definition_version_id uuid NOT NULL,
  node_id text NOT NULL,
  trigger integer NOT NULL,
  due jsonb NOT NULL,
  due_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  failing_since timestamp with time zone,
  acts jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT scheduled_start_pk PRIMARY KEY (tenant, id),
  CONSTRAINT scheduled_start_of_version FOREIGN KEY (tenant, definition_version_id) REFERENCES definition_version(tenant, id),
  CONSTRAINT scheduled_start_place_unique UNIQUE (tenant, definition_key, node_id, trigger)
);
CREATE INDEX scheduled_start_due ON scheduled_start USING btree (due_at);
CREATE INDEX scheduled_start_in_trouble ON scheduled_start USING btree (tenant, failing_since DESC, id DESC) WHERE (attempts >= 3);

CREATE TABLE session (
  tenant text NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  CONSTRAINT session_pk PRIMARY KEY (tenant, token_hash),
  CONSTRAINT session_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person(tenant, id)
);
CREATE INDEX session_person_index ON session USING btree (tenant, person_id);

CREATE TABLE sign_in_attempt (
  tenant text NOT NULL,
  account text NOT NULL,
  address text NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  blocked_until timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_attempt_pk PRIMARY KEY (tenant, account, address)
);

CREATE TABLE submission (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  unit_id text NOT NULL,
  reader_unit_ids text[] NOT NULL,
  status text NOT NULL,
  outcome text,
  rounds integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  reader_person_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  CONSTRAINT submission_pk PRIMARY KEY (tenant, id),
  CONSTRAINT submission_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE UNIQUE INDEX submission_by_instance ON submission USING btree (tenant, instance_id);
CREATE INDEX submission_by_obligation ON submission USING btree (tenant, obligation_id);
CREATE INDEX submission_by_unit ON submission USING btree (tenant, unit_id, updated_at DESC);

CREATE TABLE submission_draft (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  data jsonb NOT NULL,
  evidence_ids uuid[] NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  task_id uuid NOT NULL,
  answers jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT submission_draft_pk PRIMARY KEY (tenant, instance_id, task_id),
  CONSTRAINT submission_draft_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);

CREATE TABLE submission_round (
  tenant text NOT NULL,
  submission_id uuid NOT NULL,
  no integer NOT NULL,
  data jsonb NOT NULL,
  evidence_ids uuid[] NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  CONSTRAINT submission_round_pk PRIMARY KEY (tenant, submission_id, no),
  CONSTRAINT submission_round_of_submission FOREIGN KEY (tenant, submission_id) REFERENCES submission(tenant, id)
);
CREATE INDEX submission_round_by_person ON submission_round USING btree (tenant, submitted_by);
CREATE TRIGGER submission_round_is_final BEFORE DELETE OR UPDATE ON submission_round FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_round_is_never_emptied BEFORE TRUNCATE ON submission_round FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE submission_verdict (
  tenant text NOT NULL,
  id uuid NOT NULL,
  submission_id uuid NOT NULL,
  round_no integer NOT NULL,
  task_id uuid,
  node_id text NOT NULL,
  verdict text NOT NULL,
  reason text NOT NULL,
  final boolean NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  data jsonb,
  for_id uuid,
  repeats text,
  CONSTRAINT submission_verdict_pk PRIMARY KEY (tenant, id),
  CONSTRAINT submission_verdict_of_round FOREIGN KEY (tenant, submission_id, round_no) REFERENCES submission_round(tenant, submission_id, no)
);
CREATE INDEX submission_verdict_by_round ON submission_verdict USING btree (tenant, submission_id, round_no);
CREATE TRIGGER submission_verdict_is_final BEFORE DELETE OR UPDATE ON submission_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_verdict_is_never_emptied BEFORE TRUNCATE ON submission_verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE task (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  node_id text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  status text NOT NULL,
  candidate_ids uuid[] NOT NULL,
  holder_id uuid,
  unit_id text NOT NULL,
  obligation_id uuid NOT NULL,
  due_at timestamp with time zone,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  closed_by uuid,
  token integer NOT NULL DEFAULT 0,
  seat integer NOT NULL,
  closed_how text,
  remind_at timestamp with time zone,
  escalate_at timestamp with time zone,
  reminded_at timestamp with time zone,
  escalated_at timestamp with time zone,
  CONSTRAINT task_pk PRIMARY KEY (tenant, id),
  CONSTRAINT task_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX task_by_instance ON task USING btree (tenant, instance_id);
CREATE INDEX task_done_by ON task USING btree (tenant, closed_by, closed_at DESC) WHERE (closed_by IS NOT NULL);
CREATE INDEX task_escalate ON task USING btree (escalate_at) WHERE ((status = 'open'::text) AND (escalate_at IS NOT NULL));
CREATE INDEX task_inbox ON task USING gin (candidate_ids) WHERE (status = 'open'::text);
CREATE INDEX task_of_obligation ON task USING btree (tenant, obligation_id);
CREATE INDEX task_open_of_obligation ON task USING btree (tenant, obligation_id) WHERE (status = 'open'::text);
CREATE INDEX task_open_of_unit ON task USING btree (tenant, unit_id) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX task_open_seat ON task USING btree (tenant, instance_id, seat) WHERE (status = 'open'::text);
CREATE INDEX task_remind ON task USING btree (remind_at) WHERE ((status = 'open'::text) AND (remind_at IS NOT NULL));

CREATE TABLE tenant (
  tenant text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT tenant_pk PRIMARY KEY (tenant)
);

CREATE TABLE timer (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  node_id text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  closed_at timestamp with time zone,
  token integer NOT NULL DEFAULT 0,
  failing_since timestamp with time zone,
  acts jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT timer_pk PRIMARY KEY (tenant, id),
  CONSTRAINT timer_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX timer_by_instance ON timer USING btree (tenant, instance_id);
CREATE INDEX timer_due ON timer USING btree (due_at) WHERE (status = 'pending'::text);
CREATE INDEX timer_in_trouble ON timer USING btree (tenant, failing_since DESC, id DESC) WHERE ((status = 'pending'::text) AND (attempts >= 3));

CREATE TABLE unit (
  tenant text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL,
  sectors text[] NOT NULL,
  aliases text[] NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT unit_pk PRIMARY KEY (tenant, id),
  CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'town'::text, 'office'::text]))),
  CONSTRAINT unit_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant(tenant)
);

CREATE TABLE unit_group (
  tenant text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  aliases text[] NOT NULL,
  CONSTRAINT unit_group_pk PRIMARY KEY (tenant, id),
  CONSTRAINT unit_group_name_key UNIQUE (tenant, name),
  CONSTRAINT unit_group_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant(tenant)
);

CREATE TABLE unit_group_member (
  tenant text NOT NULL,
  group_id text NOT NULL,
  unit_id text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT unit_group_member_pk PRIMARY KEY (tenant, group_id, unit_id, valid_from),
  CONSTRAINT unit_group_member_group_fk FOREIGN KEY (tenant, group_id) REFERENCES unit_group(tenant, id),
  CONSTRAINT unit_group_member_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit(tenant, id)
);
CREATE INDEX unit_group_member_unit_index ON unit_group_member USING btree (tenant, unit_id);

CREATE TABLE wait (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  node_id text NOT NULL,
  token integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  key text,
  since timestamp with time zone NOT NULL,
  CONSTRAINT wait_pk PRIMARY KEY (tenant, id),
  CONSTRAINT wait_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance(tenant, id)
);
CREATE INDEX wait_by_instance ON wait USING btree (tenant, instance_id);
CREATE INDEX wait_by_name ON wait USING btree (tenant, kind, name, key, since);
CREATE INDEX wait_without_key ON wait USING btree (tenant, obligation_id, kind, name) WHERE (key IS NULL);

CREATE TABLE webhook (
  tenant text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  categories text[] NOT NULL,
  active boolean NOT NULL,
  secret text,
  secret_since timestamp with time zone,
  revision integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone,
  last_ok boolean,
  last_detail text,
  CONSTRAINT webhook_pk PRIMARY KEY (tenant, id),
  CONSTRAINT webhook_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant(tenant)
);

CREATE TABLE work_task (
  tenant text NOT NULL,
  plan_id uuid NOT NULL,
  no integer NOT NULL,
  key_task_no integer NOT NULL,
  title text NOT NULL,
  CONSTRAINT work_task_pk PRIMARY KEY (tenant, plan_id, no),
  CONSTRAINT work_task_key_task_fk FOREIGN KEY (tenant, plan_id, key_task_no) REFERENCES key_task(tenant, plan_id, no)
);
