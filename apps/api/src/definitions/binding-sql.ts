/** SQL expressions that say where an obligation stands. */
interface PlaceSql {
  readonly planId: string;
  readonly measureNo: string;
  readonly kind: string;
  readonly unitId: string;
}

/** The bindings `b` that fit a place. */
export const fits = ({ planId, measureNo, kind, unitId }: PlaceSql): string =>
  `(b.plan_id IS NULL OR b.plan_id = ${planId}) AND (b.measure_no IS NULL OR b.measure_no = ${measureNo})
          AND (b.kind IS NULL OR b.kind = ${kind}) AND (b.unit_id IS NULL OR b.unit_id = ${unitId})`;

/** The order in which the binding that wins comes first: the one with the most said. */
export const MOST_SAID = `(b.measure_no IS NOT NULL) DESC, (b.unit_id IS NOT NULL) DESC, (b.plan_id IS NOT NULL) DESC,
                 (b.kind IS NOT NULL) DESC`;
