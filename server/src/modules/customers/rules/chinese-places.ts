/** Where a text says something is: province and, when told, city, both as people say them (广东, 深圳). */
export interface Place {
  readonly province: string;
  readonly city?: string;
}

/**
 * Own list of the provinces with their prefectures, short names; county-level cities that stand in for a city on
 * business cards come after the semicolon. Prefecture 海南 of 青海 is left out: the word always means the province.
 */
const table = `
北京 Beijing
天津 Tianjin
上海 Shanghai
重庆 Chongqing
河北 Hebei: 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水; 雄安 三河 任丘 迁安
山西 Shanxi: 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁; 孝义
内蒙古 InnerMongolia: 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善; 满洲里
辽宁 Liaoning: 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛; 瓦房店 海城
吉林 Jilin: 长春 吉林 四平 辽源 通化 白山 松原 白城 延边; 延吉 公主岭
黑龙江 Heilongjiang: 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭; 绥芬河
江苏 Jiangsu: 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁; 昆山 江阴 张家港 常熟 太仓 宜兴 丹阳 泰兴 靖江 启东 如皋 溧阳 海门 邳州
浙江 Zhejiang: 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水; 义乌 慈溪 余姚 诸暨 温岭 乐清 瑞安 海宁 桐乡 平湖 永康 东阳 玉环 龙港
安徽 Anhui: 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城; 桐城 宁国 天长
福建 Fujian: 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德; 晋江 石狮 南安 福清 福鼎
江西 Jiangxi: 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶; 丰城 樟树
山东 Shandong: 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽; 莱芜 寿光 龙口 滕州 诸城 胶州 即墨 荣成 招远 邹城
河南 Henan: 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源; 巩义 新郑 长垣 禹州
湖北 Hubei: 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架; 宜都 大冶 枝江
湖南 Hunan: 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西; 浏阳 醴陵
广东 Guangdong: 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮; 普宁
广西 Guangxi: 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
海南 Hainan: 海口 三亚 三沙 儋州; 琼海 文昌
四川 Sichuan: 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山; 西昌 简阳 什邡
贵州 Guizhou: 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南; 仁怀 盘州
云南 Yunnan: 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆; 安宁
西藏 Tibet: 拉萨 日喀则 昌都 林芝 山南 那曲 阿里
陕西 Shaanxi: 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛; 神木 韩城
甘肃 Gansu: 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南; 敦煌
青海 Qinghai: 西宁 海东 海北 黄南 果洛 玉树 海西; 格尔木
宁夏 Ningxia: 银川 石嘴山 吴忠 固原 中卫
新疆 Xinjiang: 乌鲁木齐 克拉玛依 吐鲁番 哈密 阿克苏 喀什 和田 昌吉 博尔塔拉 巴音郭楞 克孜勒苏 伊犁 塔城 阿勒泰; 石河子 库尔勒 伊宁
香港 HongKong
澳门 Macau
台湾 Taiwan: 台北 新北 桃园 台中 台南 高雄 新竹 基隆 嘉义
`;

/** English names of cities that appear on English company names and forms. */
const englishCities = `
Shenzhen 深圳, Guangzhou 广州, Dongguan 东莞, Foshan 佛山, Zhuhai 珠海, Huizhou 惠州, Zhongshan 中山, Hangzhou 杭州,
Ningbo 宁波, Wenzhou 温州, Jiaxing 嘉兴, Shaoxing 绍兴, Yiwu 义乌, Nanjing 南京, Wuxi 无锡, Changzhou 常州, Nantong 南通,
Kunshan 昆山, Xuzhou 徐州, Yangzhou 扬州, Hefei 合肥, Wuhu 芜湖, Xiamen 厦门, Fuzhou 福州, Quanzhou 泉州, Nanchang 南昌,
Jinan 济南, Qingdao 青岛, Yantai 烟台, Weifang 潍坊, Zhengzhou 郑州, Luoyang 洛阳, Wuhan 武汉, Changsha 长沙,
Zhuzhou 株洲, Nanning 南宁, Guilin 桂林, Haikou 海口, Sanya 三亚, Chengdu 成都, Mianyang 绵阳, Guiyang 贵阳, Kunming 昆明,
Lhasa 拉萨, Xian 西安, Lanzhou 兰州, Xining 西宁, Yinchuan 银川, Urumqi 乌鲁木齐, Shijiazhuang 石家庄, Tangshan 唐山,
Baoding 保定, Taiyuan 太原, Hohhot 呼和浩特, Baotou 包头, Shenyang 沈阳, Dalian 大连, Changchun 长春, Harbin 哈尔滨,
Daqing 大庆, Taipei 台北, Kaohsiung 高雄`;

const placesByName = new Map<string, Place>();
const chineseNameByEnglish = new Map<string, string>([
  ['xizang', '西藏'],
  ['macao', '澳门'],
]);

for (const line of table.trim().split('\n')) {
  const [head = '', cities = ''] = line.split(':');
  const [province = '', english = ''] = head.split(' ');
  for (const city of cities.split(/[\s;]+/).filter((word) => word !== '')) placesByName.set(city, { province, city });
  placesByName.set(province, { province });
  chineseNameByEnglish.set(english.toLowerCase(), province);
}
for (const pair of englishCities.split(',')) {
  const [english = '', chinese = ''] = pair.trim().split(' ');
  chineseNameByEnglish.set(english.toLowerCase(), chinese);
}

const longestName = 4;
const leagues = new Set(['兴安', '锡林郭勒', '阿拉善']);
/** The second half of a place's full name; 市场, 市政, 市民 and 省力 are ordinary words of trade names. */
const rank =
  /^(?:特别行政区|[\u4e00-\u9fff]{0,8}?自治[区州]|省(?![力心钱时])|地区|林区|新区(?!域)|市(?![场政民容话区井内外郊]))/;

/** Finds a place name standing at the very start of a text, with how many characters it takes (深圳市 takes 3). */
export function leadingPlace(text: string): { readonly name: string; readonly length: number } | undefined {
  for (let size = Math.min(longestName, text.length); size >= 2; size -= 1) {
    const name = text.slice(0, size);
    if (!placesByName.has(name)) continue;
    const rest = text.slice(size);
    if (leagues.has(name) && rest.startsWith('盟')) return { name, length: size + 1 };
    return { name, length: size + (rank.exec(rest)?.[0].length ?? 0) };
  }
  return undefined;
}

/** The province and city a short name stands for; undefined when the list does not know it. */
export const placeNamed = (name: string): Place | undefined => placesByName.get(name);

/** The Chinese short name behind an English place name of any spelling (Hong Kong, hongkong, Xi'an). */
export const chinesePlaceName = (english: string): string | undefined =>
  chineseNameByEnglish.get(english.toLowerCase().replace(/[^a-z]|\b(?:province|city|municipality)\b/g, ''));

/**
 * Reads province and city from what a person typed: 广东省深圳市南山区, 广东/深圳, 深圳, Guangdong, Shenzhen City.
 * Undefined when the list does not know the place or the text names a district only (朝阳区).
 */
export function findPlace(text: string): Place | undefined {
  const folded = text.normalize('NFKC').slice(0, 200);
  const english = chinesePlaceName(folded);
  if (english !== undefined) return placeNamed(english);
  const plain = folded.replace(/[\s,./|·\-—、，。]+/g, '').replace(/^中国(?:大陆)?/, '');
  const first = leadingPlace(plain);
  if (first === undefined || /^[区县路街]/.test(plain.slice(first.length))) return undefined;
  const place = placeNamed(first.name);
  if (place?.city !== undefined) return place;
  const second = leadingPlace(plain.slice(first.length));
  const city = second === undefined ? undefined : cityIn(second.name, first.name);
  return city === undefined ? place : { province: first.name, city };
}

/** The name itself when it is a city of that province; 吉林 is both and counts as the city after its province. */
function cityIn(name: string, province: string): string | undefined {
  if (name === '吉林' && province === '吉林') return name;
  const place = placeNamed(name);
  return place?.province === province ? place.city : undefined;
}
