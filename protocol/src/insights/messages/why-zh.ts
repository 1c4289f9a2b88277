/** Notes beside the numbers of the analysis, in Chinese. */
export const whyZh = {
  'insights.why.rate': '期内新建 {leads} 条（剔除合并的重复，含无效），已签约 {converted} 条',
  'insights.why.too_few': '不足 {fewest} 条（{leads} 条），不显示转化率',
  'insights.why.invalid': '其中无效 {invalid} 条，剔除后为 {valid} 条',
  'insights.why.young_cohort': '最近一批线索才 {ageDays} 天，短于中位转化周期 {medianCycleDays} 天，暂不比较',
} as const;
