export interface NodeBase {
  readonly id: string;
  readonly name: string;
}
