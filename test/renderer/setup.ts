// What every test of the window's parts starts with: matchers for the page. Testing Library cleans the page up after
// each test by itself, because this project has vitest's functions as globals.
import '@testing-library/jest-dom/vitest'
