import { placeNamed } from '../chinese-places.ts';

const chinese =
  '科技 技术 高科 信息 网络 软件 电子 通信 通讯 智能 数据 数码 数字 计算机 系统 工程 建设 建筑 建工 装饰 装潢 机械 设备 机电 电机 电气 电器 电工 电缆 线缆 电力 能源 新能源 环保 环境 化工 化学 材料 新材料 塑料 塑胶 塑业 橡胶 钢铁 钢构 金属 五金 铝业 铜业 模具 精密 精工 仪器 仪表 汽车 汽配 配件 零部件 航空 航天 船舶 物流 运输 快递 货运 供应链 贸易 商贸 国贸 国际 进出口 实业 工业 产业 投资 控股 资产 资本 金融 基金 证券 保险 租赁 咨询 管理 企业 服务 文化 传媒 传播 广告 影视 教育 培训 医疗 医药 药业 医械 制药 生物 健康 器械 食品 饮料 酒业 乳业 农业 牧业 渔业 林业 种业 饲料 纺织 服装 服饰 鞋业 家纺 家具 家居 陶瓷 玻璃 包装 印刷 纸业 造纸 酒店 餐饮 旅游 房地产 地产 置业 物业 商业 百货 超市 零售 连锁 商务 电商 互联网 在线 研究院 研究所 设计院 设计 制造 发展 开发 集成 安防 安全 照明 光电 光学 半导体 芯片 微电子 阀门 泵业 轴承 机床 工具 标准件 水务 燃气 热力 自动化 机器人 检测 认证 监理 人力资源 游戏 娱乐 体育 支付 出行 经营部 商行 商店 门市部 门市 店 书店 百货店 小百货店 便利店 专卖店 专柜 旗舰店 网店 服装店 服饰店 饰品店 生活馆 体验馆 会所 中心 苗圃 种植场 养殖场 农场 牧场 林场 合作社 专业合作社 专业 种养 种植 养殖 农副产品 农产品 加工 加工厂 加工坊 作坊 工坊 厂 总厂 制品厂 制品 产品 用品 日化 日用品 化妆品 美容 美发 副食 副食品 粮油 粮食 水果 水果摊 蔬菜 生鲜 海鲜 茶叶 茶业 烟酒 劳务 劳务派遣 派遣 外包 家政 保洁 清洗 清洁 搬家 疏通 管道 管业 管材 维修 修理 回收 再生资源 园林 绿化 景观 风景园林 装修 装璜 室内 防水 保温 门窗 幕墙 建材 石材 木业 板材 钢材 特钢 型材 铸造 锻造 冶金 矿业 煤业 煤炭 石油 天然气 电动 零件 部件 汽车销售 修配 轮胎 摩托车 自行车 数控 液压 气动 传动 风机 压缩机 锅炉 水泵 成套 组合 配套 安装 展览 展示 会展 会议 礼仪 婚庆 摄影 策划 营销 推广 品牌 创意 动漫 艺术 艺术行 乐器 乐器店 图书 图书店 文具 办公 健身 运动 户外 游乐 游乐场 乐园 景区 宾馆 饭店 餐厅 饮食 小吃 快餐 咖啡 烘焙 蛋糕 知识产权 专利 商标 法律 律师 律师事务所 会计 会计师 事务所 税务 审计 评估 测绘 勘察 监测 检验 测试 顾问 代理 货代 报关 码头 仓储 港口 车队 客运 出租 房产 营造 中介 经纪 拍卖 典当 担保 贷款 融资 财富 纺织品 针织 面料 辅料 布艺 箱包 皮革 皮具 鞋服 童装 内衣 珠宝 首饰 钟表 眼镜 工艺品 礼品 玩具 母婴 灯饰 灯具 卫浴 洁具 厨具 厨卫 家电 音响 视听 药房 大药房 诊所 门诊 医院 养老 护理 中医 兽药 动物 农药 化肥 肥料 种子 农资 农机 物资 物产 社区 城市 市政 路桥 交通 铁路 公路 桥梁 隧道 爆破 混凝土 水泥 砂石 瓷砖 涂料 油漆 印业 彩印 纸品 复合 高分子 纳米 基因 试剂 实验 传感 测控 自控 控制 工控 监控 消防 安保 保安 智慧 物联网 云计算 大数据 人工智能 区块链 直播 网购 跨境 供销 批发 直销 专营 加盟 平价 综合 经贸 工贸 农贸 商城 商场 商厦 广场 国际贸易 外贸 采购 招标 节能 太阳能 光伏 风电 水电 输变电 环卫 污水 水处理 生态 花卉 花木 兰花 水产 畜牧 肉类 乳品 饮品 酿酒 白酒 文创 影业 影院 演艺 演出 学校 幼儿园 辅导 职业 人才 猎头 销售 经营 制作 定制 开发区 生活 电脑 手机 数据线 家装 工装 塑胶跑道 棉被 车业 药械 油品 电力工程 人力 劳保 印务 办公设备 通用 专用 精细 标识 喷绘 图文'.split(
    ' ',
  );

/** Words of a trade in English names. */
export const englishTrade = new Set(
  'technologies technology tech trading trade international industries industry industrial electronics software systems system solutions services service information network networks communications engineering machinery equipment materials energy logistics investment investments manufacturing development enterprise enterprises digital data management company corporation bank international global holdings holding group capital trust fund insurance construction chemical partners consulting media design store shop center centre institute university school'.split(
    ' ',
  ),
);

/** Two letters are the least that names somebody. */
const LEAST = 2;

const longestFirst = chinese.toSorted((one, other) => other.length - one.length);

function withoutLastWord(core: string): string | undefined {
  if (/[a-z]$/.test(core)) {
    const cut = core.lastIndexOf(' ');
    return cut > 0 && englishTrade.has(core.slice(cut + 1)) ? core.slice(0, cut) : undefined;
  }
  const word = longestFirst.find((ending) => core.endsWith(ending));
  if (word === undefined) return undefined;
  const rest = core.slice(0, -word.length).trim();
  return [...rest].length >= LEAST ? rest : undefined;
}

/** Counties and districts that stand in names without 县 or 区 and are on no list of cities. */
const counties =
  '番禺 顺德 南海 三水 高明 白云 天河 黄埔 花都 增城 从化 龙岗 宝安 龙华 坪山 光明 福田 罗湖 南山 萧山 余杭 富阳 临安 鄞州 镇海 北仑 奉化 柯桥 上虞 海曙 江宁 浦口 六合 溧水 高淳 吴江 吴中 相城 虎丘 锡山 惠山 滨湖 武进 新北 金坛 浦东 松江 嘉定 青浦 奉贤 闵行 宝山 崇明 徐汇 海淀 丰台 通州 顺义 昌平 大兴 怀柔 密云 房山 武清 宝坻 静海 蓟州 宁河 浑南 铁西 江夏 黄陂 东西湖 蔡甸 新洲 双流 郫都 温江 龙泉驿 新都 青白江 渝北 巴南 江津 合川 永川 长寿 璧山 大足 铜梁 荣昌 长清 章丘 历城 黄岛 崂山 城阳 莱西 平度 安吉 德清 长兴 海盐 嘉善 天台 仙居 三门 象山 宁海 浦江 武义 磐安 苍南 平阳 永嘉 文成 泰顺 新昌 桐庐 淳安 建德 兰溪 龙游 江山 开化 常山 会昌 瑞金 宁都 兴国 于都 赣县 南康 樟树 高安 衡南 衡阳 衡东 湘阴 湘乡 宁乡 望城 攸县 茶陵 宁津 齐河 临邑 平原 夏津 江油 广汉 彭州 崇州 都江堰 老河口 枣阳 宜城 容县 北流 桂平 横县 宾阳 博罗 惠东 惠阳 高要 四会 台山 开平 鹤山 恩平 新会 潮阳 澄海 揭阳 普宁 陆丰 廉江 雷州 吴川 信宜 高州 化州 罗定 长乐 闽侯 连江 福安 惠安 安溪 永春 德化 龙海 漳浦 巢湖 肥西 肥东 长丰 庐江 当涂 繁昌 无为 界首 太和 新密 荥阳 登封 中牟 偃师 孟津 新安'.split(
    ' ',
  );

/** 县, 区, 镇 and the like in front of a name, as far as they are spelt out. */
const administrative =
  /^(?:[县区镇乡旗]|[\u4e00-\u9fff]{1,6}?(?:自治[县旗]|街道|[县区镇乡])|[\u4e00-\u9fff]{2,3}市(?![场政民]))/;

function withoutPlace(core: string): string {
  let rest = core;
  for (let step = 0; step < 3; step += 1) {
    const county = counties.find((name) => rest.startsWith(name));
    const length = administrative.exec(rest)?.[0].length ?? county?.length ?? 0;
    const shorter = rest.slice(length);
    if (length === 0 || [...shorter].length < LEAST || longestFirst.some((word) => shorter === word)) break;
    rest = shorter;
  }
  const place = leadingPlaceAtEnd(rest);
  const before = rest.slice(0, -place || undefined);
  return place > 0 && longestFirst.some((word) => before.endsWith(word)) ? before : rest;
}

function leadingPlaceAtEnd(text: string): number {
  return [4, 3, 2].find((size) => text.length > size + LEAST && placeNamed(text.slice(-size)) !== undefined) ?? 0;
}

/** A 字号 has two to four letters; in a longer rest the trade begins with the first word of it. */
const LONGEST_BRAND = 4;

function beforeTrade(brand: string): string {
  if ([...brand].length <= LONGEST_BRAND) return brand;
  const starts = longestFirst
    .filter((word) => word.length > 1)
    .map((word) => brand.indexOf(word, LEAST))
    .filter((at) => at >= LEAST);
  return starts.length === 0 ? brand : brand.slice(0, Math.min(...starts));
}

/** 字号: the core of a name without its county and the words of its trade (华为技术 → 华为), two letters at least. */
export function brandOf(core: string): string {
  const group = core.indexOf('集团');
  const chineseName = /[\u3400-\u9fff]$/.test(core);
  let brand = group >= LEAST ? core.slice(0, group) : core;
  if (chineseName && group < LEAST) brand = withoutPlace(brand);
  for (let shorter = withoutLastWord(brand); shorter !== undefined; shorter = withoutLastWord(brand)) brand = shorter;
  return chineseName ? beforeTrade(brand) : brand;
}
