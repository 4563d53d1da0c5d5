export default definePageConfig({ component: true } as object);
