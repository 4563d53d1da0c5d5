export default definePageConfig({ navigationBarTitleText: '有人要求怎么填' });
