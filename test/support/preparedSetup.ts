export { makePreparedTemplate as default } from './preparedTemplate';
