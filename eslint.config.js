import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "site/", "templates/theme/js/vendor/"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    rules: {
      "array-callback-return": "error",
      curly: ["error", "multi-line", "consistent"],
      eqeqeq: "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-len": ["error", { code: 120, ignoreUrls: true }],
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["templates/theme/js/**"], languageOptions: { globals: globals.browser } },
  { files: ["tests/js/**", "scripts/**", "*.config.js"], languageOptions: { globals: globals.node } },
  { files: ["templates/theme/js/{site,theme}.js"], languageOptions: { sourceType: "script" } },
];
