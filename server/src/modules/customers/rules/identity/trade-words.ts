const chinese =
  '科技 技术 高科 信息 网络 软件 电子 通信 通讯 智能 数据 数码 数字 计算机 系统 工程 建设 建筑 建工 装饰 装潢 机械 设备 机电 电机 电气 电器 电工 电缆 线缆 电力 能源 新能源 环保 环境 化工 化学 材料 新材料 塑料 塑胶 塑业 橡胶 钢铁 钢构 金属 五金 铝业 铜业 模具 精密 精工 仪器 仪表 汽车 汽配 配件 零部件 航空 航天 船舶 物流 运输 快递 货运 供应链 贸易 商贸 国贸 国际 进出口 实业 工业 产业 投资 控股 资产 资本 金融 基金 证券 保险 租赁 咨询 管理 企业 服务 文化 传媒 传播 广告 影视 教育 培训 医疗 医药 药业 医械 制药 生物 健康 器械 食品 饮料 酒业 乳业 农业 牧业 渔业 林业 种业 饲料 纺织 服装 服饰 鞋业 家纺 家具 家居 陶瓷 玻璃 包装 印刷 纸业 造纸 酒店 餐饮 旅游 房地产 地产 置业 物业 商业 百货 超市 零售 连锁 商务 电商 互联网 在线 研究院 研究所 设计院 设计 制造 发展 开发 集成 安防 安全 照明 光电 光学 半导体 芯片 微电子 阀门 泵业 轴承 机床 工具 标准件 水务 燃气 热力 自动化 机器人 检测 认证 监理 人力资源 游戏 娱乐 体育 支付 出行'.split(
    ' ',
  );

const english = new Set(
  'technologies technology tech trading trade international industries industry industrial electronics software systems system solutions services service information network networks communications engineering machinery equipment materials energy logistics investment investments manufacturing development enterprise enterprises digital data'.split(
    ' ',
  ),
);

/** Two letters are the least that names somebody. */
const LEAST = 2;

const longestFirst = chinese.toSorted((one, other) => other.length - one.length);

function withoutLastWord(core: string): string | undefined {
  if (/[a-z]$/.test(core)) {
    const cut = core.lastIndexOf(' ');
    return cut > 0 && english.has(core.slice(cut + 1)) ? core.slice(0, cut) : undefined;
  }
  const word = longestFirst.find((ending) => core.endsWith(ending));
  if (word === undefined) return undefined;
  const rest = core.slice(0, -word.length).trim();
  return [...rest].length >= LEAST ? rest : undefined;
}

/** 字号: the core of a name without the words of its trade (华为技术 → 华为), as long as two letters remain. */
export function brandOf(core: string): string {
  const group = core.indexOf('集团');
  let brand = group >= LEAST ? core.slice(0, group) : core;
  for (let shorter = withoutLastWord(brand); shorter !== undefined; shorter = withoutLastWord(brand)) brand = shorter;
  return brand;
}
