/** What kinds of outlets the demonstration has, how often, when they open, and how they call themselves. */
export interface Kind {
  readonly format: string;
  readonly weight: number;
  readonly names: readonly string[];
  readonly services: readonly string[];
  /** Opening and closing, minutes of the day. */
  readonly hours: readonly [number, number];
  /** Share with a seat for an old customer. */
  readonly seats: number;
  readonly stall?: true;
}
const at = (open: number, close: number) => [open * 60, close * 60] as const;

export const kinds: readonly Kind[] = [
  { format: 'breakfast', weight: 25, names: ['早餐', '包子铺', '豆浆油条', '牛肉面', '面皮行面'], services: ['breakfast-serving'], hours: at(6, 13), seats: 0.8 },
  { format: 'convenience-store', weight: 17, names: ['便利店', '便民超市', '商店'], services: ['parcel-keeping', 'printing', 'bill-payment', 'home-delivery'], hours: at(7, 22), seats: 0.2 },
  { format: 'supermarket', weight: 4, names: ['超市', '生活超市'], services: ['home-delivery', 'bill-payment'], hours: at(8, 22), seats: 0.3 },
  { format: 'wet-market', weight: 1, names: ['菜市场'], services: [], hours: at(7, 20), seats: 0.4 },
  { format: 'greengrocer', weight: 7, names: ['菜店', '鲜果蔬菜', '生鲜'], services: ['home-delivery'], hours: at(7, 21), seats: 0.1 },
  { format: 'laundry', weight: 3, names: ['干洗店', '洗衣店'], services: ['tailoring', 'zip-replacing'], hours: at(9, 20), seats: 0.5 },
  { format: 'hairdresser', weight: 8, names: ['理发店', '美发'], services: [], hours: at(9, 21), seats: 0.95 },
  { format: 'pharmacy', weight: 5, names: ['药店', '大药房'], services: ['home-delivery'], hours: at(8, 22), seats: 0.6 },
  { format: 'housekeeping', weight: 2, names: ['家政'], services: [], hours: at(9, 18), seats: 0.6 },
  { format: 'repair', weight: 5, names: ['修鞋配钥匙', '裁缝铺', '家电维修', '修车铺', '开锁修锁'], services: ['shoe-repair', 'key-cutting', 'tailoring', 'zip-replacing', 'appliance-repair', 'bicycle-repair', 'knife-sharpening', 'watch-repair'], hours: at(9, 18), seats: 0.5, stall: true },
  { format: 'parcel', weight: 5, names: ['快递驿站', '快递服务点'], services: ['parcel-keeping', 'printing'], hours: at(9, 21), seats: 0.1 },
  { format: 'recycling', weight: 2, names: ['废品回收'], services: ['recycling-collecting'], hours: at(8, 19), seats: 0.1, stall: true },
  { format: 'elder-care', weight: 1, names: ['老年康护站', '日间照料'], services: ['meal-aid'], hours: at(8, 18), seats: 1 },
  { format: 'restaurant', weight: 5, names: ['饭馆', '炒菜', '涮锅'], services: ['meal-delivery'], hours: at(10, 22), seats: 1 },
  { format: 'canteen', weight: 1, names: ['社区食堂', '老年食堂'], services: ['meal-aid', 'meal-delivery'], hours: at(7, 19), seats: 1 },
  { format: 'fitness', weight: 1, names: ['健身房'], services: [], hours: at(9, 22), seats: 0.7 },
  { format: 'bookshop', weight: 1, names: ['书店', '书吧'], services: ['printing'], hours: at(9, 21), seats: 0.9 },
  { format: 'education', weight: 2, names: ['书画培训', '舞蹈培训'], services: [], hours: at(9, 20), seats: 0.9 },
  { format: 'childcare', weight: 1, names: ['托育园'], services: [], hours: at(8, 18), seats: 0.9 },
  { format: 'leisure', weight: 2, names: ['茶社', '棋牌室'], services: [], hours: at(10, 23), seats: 1 },
];
