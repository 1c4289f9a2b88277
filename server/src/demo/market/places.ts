/** A city with its province and how often leads come from there. */
export interface Place {
  readonly city: string;
  readonly province: string;
  readonly weight: number;
}

const inProvince = (province: string, weight: number, cities: string): Place[] =>
  cities.split(' ').map((city) => ({ city, province, weight }));

/** Where the market is. Cities are real, the companies in them are not. */
export const places: readonly Place[] = [
  ...inProvince('江苏', 3, '苏州 无锡 常州 南通 扬州 徐州 盐城'),
  ...inProvince('上海', 5, '上海'),
  ...inProvince('安徽', 2, '合肥 芜湖 滁州 马鞍山'),
  ...inProvince('浙江', 3, '杭州 宁波 绍兴 嘉兴 台州 湖州'),
  ...inProvince('福建', 2, '福州 厦门 泉州'),
  ...inProvince('江西', 1, '南昌 九江'),
  ...inProvince('山东', 2, '青岛 济南 烟台 潍坊 淄博'),
  ...inProvince('广东', 4, '广州 深圳 东莞 佛山 惠州 中山 珠海'),
  ...inProvince('广西', 2, '南宁 柳州 梧州'),
  ...inProvince('四川', 2, '成都 绵阳 德阳 宜宾'),
  ...inProvince('重庆', 3, '重庆'),
  ...inProvince('贵州', 1, '贵阳 遵义'),
  ...inProvince('云南', 1, '昆明 曲靖'),
  ...inProvince('北京', 3, '北京'),
  ...inProvince('天津', 3, '天津'),
  ...inProvince('河北', 2, '石家庄 唐山 保定 廊坊'),
  ...inProvince('山西', 1, '太原 大同'),
  ...inProvince('内蒙古', 1, '包头 鄂尔多斯'),
  ...inProvince('河南', 2, '郑州 洛阳 新乡'),
  ...inProvince('湖北', 2, '武汉 宜昌 襄阳'),
  ...inProvince('湖南', 2, '长沙 株洲 岳阳'),
  ...inProvince('辽宁', 2, '沈阳 大连 鞍山'),
  ...inProvince('吉林', 1, '长春'),
  ...inProvince('陕西', 2, '西安 宝鸡'),
  ...inProvince('甘肃', 1, '兰州'),
];

/** A place no assignment rule names: its leads wait with the administrator. */
export const unruled: Place = { city: '香港', province: '香港', weight: 0 };
