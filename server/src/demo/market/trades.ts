/** An industry the supplier sells to: how its companies are called, what they want, how long they take. */
export interface Trade {
  readonly industry: string;
  readonly weight: number;
  /** Usual days from the first lead to the signature. */
  readonly cycleDays: number;
  /** Usual amount of a deal, in 万元. */
  readonly amount: readonly [least: number, most: number];
  /** What stands in the company's name before 有限公司. */
  readonly firms: readonly string[];
  /** What is bought, with its measure. */
  readonly goods: readonly (readonly [good: string, unit: string, most: number])[];
  /** Where it is to be put. */
  readonly sites: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');
const goods = (text: string): Trade['goods'] =>
  text.split(' ').map((entry) => {
    const [good = '', unit = '台', most = '9'] = entry.split('/');
    return [good, unit, Number(most)] as const;
  });

export const trades: readonly Trade[] = [
  {
    industry: '化工',
    weight: 15,
    cycleDays: 74,
    amount: [28, 260],
    firms: words('化工 新材料 精细化工 树脂科技 助剂'),
    goods: goods(
      '防爆压力变送器/台/60 质量流量计/台/18 罐区雷达液位计/台/24 气动调节阀/台/30 DCS控制系统/套/2 可燃气体报警系统/套/4',
    ),
    sites: words('二期罐区 聚合车间 硫酸装置 循环水站 氯化工段 中间罐区'),
  },
  {
    industry: '水务环保',
    weight: 12,
    cycleDays: 83,
    amount: [22, 210],
    firms: words('水务 环保科技 水处理 环境工程'),
    goods: goods(
      '电磁流量计/台/40 超声波液位计/台/30 在线水质监测站/套/6 污泥浓度计/台/8 泵站远程监控系统/套/5 加药自控柜/套/6',
    ),
    sites: words('提标改造项目 一期污水厂 取水泵站 再生水厂 管网分区计量 园区污水站'),
  },
  {
    industry: '制药',
    weight: 10,
    cycleDays: 66,
    amount: [25, 190],
    firms: words('药业 生物制药 制药 生物科技'),
    goods: goods(
      '卫生型压力变送器/台/36 洁净区温湿度监测系统/套/3 称重配料系统/套/4 发酵罐控制柜/套/6 纯化水在线TOC仪/台/6',
    ),
    sites: words('固体制剂车间 发酵车间 纯化水站 新建冻干线 原料药车间'),
  },
  {
    industry: '食品饮料',
    weight: 11,
    cycleDays: 39,
    amount: [12, 96],
    firms: words('食品 饮品 乳业 调味品'),
    goods: goods('卫生型电磁流量计/台/24 杀菌温度记录仪/台/12 CIP清洗控制柜/套/4 在线糖度计/台/6 灌装称重系统/套/3'),
    sites: words('灌装二线 前处理车间 杀菌工段 新建饮料线 包装车间'),
  },
  {
    industry: '汽车零部件制造',
    weight: 13,
    cycleDays: 52,
    amount: [20, 180],
    firms: words('汽车部件 汽车零部件 压铸 传动科技'),
    goods: goods('气密检测台/台/8 伺服压机/台/10 拧紧工位数据采集/套/12 压铸单元温控系统/套/6 视觉检测工位/个/9'),
    sites: words('减速器装配线 电驱壳体线 焊装二车间 压铸三号单元 新车型产线'),
  },
  {
    industry: '电子电器',
    weight: 12,
    cycleDays: 36,
    amount: [10, 88],
    firms: words('电子 电器 电子科技 光电'),
    goods: goods(
      '洁净室压差监测/套/4 锡膏印刷检测工位/个/8 老化房温控系统/套/5 产线能耗采集/套/3 氮气纯度分析仪/台/10',
    ),
    sites: words('SMT三车间 老化房 组装二线 新厂房一层 注塑车间'),
  },
  {
    industry: '新能源材料',
    weight: 9,
    cycleDays: 60,
    amount: [36, 320],
    firms: words('新能源材料 锂电材料 储能科技 碳材料'),
    goods: goods('窑炉温度控制系统/套/4 浆料粘度计/台/12 失重式喂料控制/套/8 露点仪/台/24 匀浆配料系统/套/3'),
    sites: words('正极材料二期 匀浆车间 烧结工段 负极石墨化线 干燥房'),
  },
  {
    industry: '机械制造',
    weight: 10,
    cycleDays: 45,
    amount: [14, 120],
    firms: words('精密机械 重工 机床 泵业 阀门'),
    goods: goods('泵体试压台/台/4 设备联网采集终端/台/40 空压站节能控制/套/3 阀门性能试验台/台/3 加工线PLC改造/套/5'),
    sites: words('装配车间 总装试验站 空压站 热处理车间 老厂区'),
  },
  {
    industry: '钢铁冶金',
    weight: 4,
    cycleDays: 79,
    amount: [45, 380],
    firms: words('特钢 冶金 铜业 铝业'),
    goods: goods('连铸结晶器液位计/台/6 煤气流量测量系统/套/5 红外测温仪/台/20 炉压控制系统/套/3'),
    sites: words('二号连铸机 煤气柜区 加热炉 精炼工段'),
  },
  {
    industry: '电力能源',
    weight: 4,
    cycleDays: 88,
    amount: [40, 340],
    firms: words('热电 能源科技 燃气 电力设备'),
    goods: goods('汽水取样分析系统/套/3 锅炉水位计/台/12 燃气计量撬/套/4 供热管网监控系统/套/3'),
    sites: words('二号机组 换热首站 门站 供热管网'),
  },
];
