/** A copy `c` that is still to be read (抄送) or answered (传阅). The index `copy_waiting` says the same. */
export const WAITING = `(CASE c.kind WHEN 'circulate' THEN c.remarked_at IS NULL ELSE c.read_at IS NULL END)`;
