import { RegionMap } from './region.ts';

/** The usual eight sales regions of China; every organisation may draw them anew. */
export const defaultRegions: RegionMap = RegionMap.parse([
  {
    name: '华东',
    aliases: ['East China', 'East'],
    provinces: ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
  },
  { name: '华南', aliases: ['South China', 'South'], provinces: ['广东', '广西', '海南'] },
  { name: '华北', aliases: ['North China', 'North'], provinces: ['北京', '天津', '河北', '山西', '内蒙古'] },
  { name: '华中', aliases: ['Central China', 'Central'], provinces: ['河南', '湖北', '湖南'] },
  {
    name: '西南',
    aliases: ['Southwest China', 'Southwest', 'South West'],
    provinces: ['重庆', '四川', '贵州', '云南', '西藏'],
  },
  {
    name: '西北',
    aliases: ['Northwest China', 'Northwest', 'North West'],
    provinces: ['陕西', '甘肃', '青海', '宁夏', '新疆'],
  },
  { name: '东北', aliases: ['Northeast China', 'Northeast', 'North East'], provinces: ['辽宁', '吉林', '黑龙江'] },
  { name: '港澳台', aliases: ['HMT', 'Hong Kong, Macau, Taiwan', '港澳台及海外'], provinces: ['香港', '澳门', '台湾'] },
]);
