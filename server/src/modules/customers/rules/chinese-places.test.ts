import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinesePlaceName, findPlace, leadingPlace, placeNamed } from './chinese-places.ts';

test.each([
  ['广东省深圳市南山区科技园', '广东', '深圳'],
  ['广东/深圳', '广东', '深圳'],
  ['深圳', '广东', '深圳'],
  ['深圳市', '广东', '深圳'],
  ['昆山市', '江苏', '昆山'],
  ['江苏 昆山', '江苏', '昆山'],
  ['中国上海', '上海', undefined],
  ['上海市浦东新区', '上海', undefined],
  ['北京市朝阳区', '北京', undefined],
  ['朝阳市', '辽宁', '朝阳'],
  ['吉林省', '吉林', undefined],
  ['吉林省吉林市', '吉林', '吉林'],
  ['内蒙古自治区呼和浩特市', '内蒙古', '呼和浩特'],
  ['广西壮族自治区南宁', '广西', '南宁'],
  ['新疆维吾尔自治区伊犁哈萨克自治州', '新疆', '伊犁'],
  ['恩施土家族苗族自治州', '湖北', '恩施'],
  ['锡林郭勒盟', '内蒙古', '锡林郭勒'],
  ['香港特别行政区', '香港', undefined],
  ['海南', '海南', undefined],
  ['Guangdong Province', '广东', undefined],
  ['Shenzhen City', '广东', '深圳'],
  ["Xi'an", '陕西', '西安'],
  ['Hong Kong', '香港', undefined],
])('%s lies in %s, city %s', (text, province, city) => {
  const place = findPlace(text);
  expect(place?.province).toBe(province);
  expect(place?.city).toBe(city);
});

test.each(['', '   ', 'Mumbai', 'Select', '朝阳区', '中山路', '火星', '省', '市'])(
  '%j names no place we know',
  (text) => {
    expect(findPlace(text)).toBeUndefined();
  },
);

test('an ordinary word after a place is not swallowed as its rank', () => {
  expect(leadingPlace('上海市政工程')).toEqual({ name: '上海', length: 2 });
  expect(leadingPlace('北京市场营销')).toEqual({ name: '北京', length: 2 });
  expect(leadingPlace('深圳市华星')).toEqual({ name: '深圳', length: 3 });
  expect(leadingPlace('北京盟科')).toEqual({ name: '北京', length: 2 });
});

test('every English name leads to a place of the list', () => {
  for (const name of ['Beijing', 'Inner Mongolia', 'shaanxi', 'SHANXI', 'Macao', 'Xizang', 'Urumqi']) {
    const chinese = chinesePlaceName(name);
    expect(chinese && placeNamed(chinese), name).toBeDefined();
  }
});

test('no text makes the look-up throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      findPlace(text);
    }),
  );
});
