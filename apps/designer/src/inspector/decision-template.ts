/** A first table with one question and two answers, to be changed. */
export const decisionTemplate = (
  key: string,
): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${key}-file" name="决策表" namespace="urn:chengban:dmn">
  <decision id="${key}" name="决策表">
    <decisionTable id="${key}-table" hitPolicy="FIRST">
      <input id="${key}-input" label="完成情况">
        <inputExpression id="${key}-question" typeRef="string"><text>form.completion</text></inputExpression>
      </input>
      <output id="${key}-output" name="result" typeRef="string" />
      <rule id="${key}-rule1">
        <inputEntry id="${key}-in1"><text>"已完成"</text></inputEntry>
        <outputEntry id="${key}-out1"><text>"通过"</text></outputEntry>
      </rule>
      <rule id="${key}-rule2">
        <inputEntry id="${key}-in2"><text>-</text></inputEntry>
        <outputEntry id="${key}-out2"><text>"复核"</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>`;
