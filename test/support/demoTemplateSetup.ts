export { makeDemoTemplate as default } from './demoTemplate';
