export { removeDemoTemplate as default } from './demoTemplate';
