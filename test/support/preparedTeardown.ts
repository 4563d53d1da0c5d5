export { removePreparedTemplate as default } from './preparedTemplate';
