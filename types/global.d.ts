/// <reference types="@tarojs/taro" />
declare module '*.png';
declare module '*.css';
declare module '*.scss';
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5';
    TARO_APP_ID?: string;
  }
}
/** Its own declaration is out of reach behind the `exports` of its package.json. */
declare module 'solarlunar' {
  const solarLunar: { solar2lunar(year: number, month: number, day: number): { lMonth: number; lDay: number } };
  export default solarLunar;
}
