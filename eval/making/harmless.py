"""More commits that harm nobody: other repositories have other habits."""

ANY = [
    ("docs: describe how incidents are numbered", ["docs/incidents.md"], "+Numbers are given by date, `2026-04-11/2` is the second of that day."),
    ("style: wrap long lines in the glossary", ["docs/glossary.md"], "-A settlement is the final transfer of money between two parties, after netting.\n+A settlement is the final transfer of money\n+between two parties, after netting."),
    ("chore: ignore local env files", [".gitignore"], "+.env.local\n+*.swp"),
    ("ci: upload test reports as artifacts", [".github/workflows/ci.yml"], "+      - uses: actions/upload-artifact@v4\n+        with: {name: reports, path: out/reports}"),
    ("ci: pin the runner image", [".github/workflows/ci.yml"], "-    runs-on: ubuntu-latest\n+    runs-on: ubuntu-24.04"),
    ("test: freeze the clock in scheduler tests", ["libs/clock/clock_test.go"], "-\tnow := time.Now()\n+\tnow := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)"),
    ("chore(alerts): spell check alert summaries", ["ops/alerts/core.yaml"], "-    summary: p99 latancy is high\n+    summary: p99 latency is high"),
    ("chore(staging): two replicas are enough", ["deploy/staging/values.yaml"], "-replicas: 3\n+replicas: 2"),
    ("docs: ADR 41, one repository per domain", ["docs/adr/0041.md"], "+# 41. One repository per domain\n+\n+Accepted."),
    ("chore: remove the unused seed script", ["scripts/seed_old.sh"], "-#!/bin/sh\n-curl -s localhost:8080/seed"),
    ("test: deflake the websocket reconnect test", ["tests/e2e/reconnect.spec.ts"], "-  await page.waitForTimeout(500);\n+  await expect(page.getByText(\"online\")).toBeVisible();"),
    ("chore(renovate): group patch updates", ["renovate.json"], "+  \"packageRules\": [{\"matchUpdateTypes\": [\"patch\"], \"groupName\": \"patches\"}]"),
    ("docs: fill in the service catalogue", ["docs/services.yaml"], "+- name: edge\n+  owner: platform\n+  tier: 1"),
    ("chore(grafana): annotations for deploys", ["ops/grafana/deploys.json"], "+\"annotations\": {\"list\": [{\"name\": \"deploys\", \"enable\": true}]}"),
]

BY_LANGUAGE = {
    "go": [
        ("perf({s}): preallocate the result slice", ["{p}/internal/query/rows.go"], "-\tvar out []Row\n+\tout := make([]Row, 0, len(ids))"),
        ("refactor({s}): errors.Is instead of comparing", ["{p}/internal/store/errors.go"], "-\tif err == sql.ErrNoRows {{\n+\tif errors.Is(err, sql.ErrNoRows) {{"),
        ("chore({s}): golang.org/x/text patch", ["{p}/go.mod", "{p}/go.sum"], "-\tgolang.org/x/text v0.16.0\n+\tgolang.org/x/text v0.16.1"),
        ("feat({s}): log the build version at start", ["{p}/cmd/main.go"], "+\tslog.Info(\"starting\", \"version\", version)"),
    ],
    "py": [
        ("refactor({s}): dataclass for the report row", ["{p}/app/report.py"], "-class Row(tuple): ...\n+@dataclass(frozen=True)\n+class Row:\n+    key: str\n+    count: int"),
        ("chore({s}): type hints for helpers", ["{p}/app/helpers.py"], "-def chunks(items, size):\n+def chunks(items: list[str], size: int) -> Iterator[list[str]]:"),
        ("test({s}): move fixtures to conftest", ["{p}/tests/conftest.py"], "+@pytest.fixture\n+def sample():\n+    return load(\"sample.json\")"),
        ("feat({s}): version endpoint", ["{p}/app/version.py"], "+@router.get(\"/version\")\n+def version():\n+    return {{\"version\": VERSION}}"),
    ],
    "java": [
        ("refactor({s}): pattern matching for instanceof", ["{p}/src/main/java/app/Describe.java"], "-    if (event instanceof Created) {{ Created c = (Created) event;\n+    if (event instanceof Created c) {{"),
        ("test({s}): parameterised mapper test", ["{p}/src/test/java/app/MapTest.java"], "+  @ParameterizedTest @ValueSource(strings = {{\"a\", \"b\"}})"),
        ("chore({s}): mockito patch", ["{p}/build.gradle"], "-    testImplementation 'org.mockito:mockito-core:5.11.0'\n+    testImplementation 'org.mockito:mockito-core:5.11.1'"),
        ("docs({s}): package-info for the api package", ["{p}/src/main/java/app/api/package-info.java"], "+/** What other services may call. */\n+package app.api;"),
    ],
    "ts": [
        ("feat({s}): focus ring for keyboard users", ["{p}/src/styles/focus.css"], "+:focus-visible {{ outline: 2px solid #0b57d0; }}"),
        ("refactor({s}): type-only imports", ["{p}/src/api/types.ts"], "-import {{ User }} from \"./user\";\n+import type {{ User }} from \"./user\";"),
        ("chore({s}): vitest patch", ["{p}/package.json", "{p}/package-lock.json"], "-    \"vitest\": \"1.6.0\",\n+    \"vitest\": \"1.6.1\","),
        ("fix({s}): tooltip covers the button on small screens", ["{p}/src/components/Tip.tsx"], "-  placement=\"top\"\n+  placement=\"bottom-end\""),
    ],
    "rust": [
        ("style({s}): clippy, needless borrow", ["{p}/src/codec.rs"], "-    write(&buf.as_slice())?;\n+    write(buf.as_slice())?;"),
        ("test({s}): proptest for the parser", ["{p}/tests/parse.rs"], "+proptest! {{ #[test] fn round_trip(s in \"[a-z]{{1,9}}\") {{ assert_eq!(parse(&s).to_string(), s); }} }}"),
        ("chore({s}): serde patch", ["{p}/Cargo.toml", "{p}/Cargo.lock"], "-serde = \"1.0.203\"\n+serde = \"1.0.204\""),
        ("refactor({s}): let-else in the header reader", ["{p}/src/header.rs"], "-    let value = match header {{ Some(v) => v, None => return None }};\n+    let Some(value) = header else {{ return None }};"),
    ],
    "cs": [
        ("refactor({s}): primary constructors", ["{p}/src/Handlers/ReportHandler.cs"], "-    private readonly Store _store;\n-    public ReportHandler(Store store) => _store = store;\n+internal sealed class ReportHandler(Store store)"),
        ("test({s}): theory for rounding", ["{p}/tests/RoundingTests.cs"], "+    [Theory, InlineData(1.005), InlineData(2.675)]"),
        ("chore({s}): xunit patch", ["{p}/Directory.Packages.props"], "-    <PackageVersion Include=\"xunit\" Version=\"2.8.0\" />\n+    <PackageVersion Include=\"xunit\" Version=\"2.8.1\" />"),
        ("docs({s}): explain the retry budget", ["{p}/README.md"], "+Each call has a budget of two retries."),
    ],
    "cpp": [
        ("style({s}): clang-tidy, use nullptr", ["{p}/src/arena.cpp"], "-  Node* next = 0;\n+  Node* next = nullptr;"),
        ("test({s}): fixed seed in the fuzz test", ["{p}/tests/fuzz_test.cpp"], "-  std::mt19937 rng{{std::random_device{{}}()}};\n+  std::mt19937 rng{{4711}};"),
        ("refactor({s}): string_view in the parser of options", ["{p}/src/options.cpp"], "-bool is_flag(const std::string& s)\n+bool is_flag(std::string_view s)"),
        ("chore({s}): fmt patch", ["{p}/vcpkg.json"], "-    \"version>=\": \"10.2.0\"\n+    \"version>=\": \"10.2.1\""),
    ],
    "ex": [
        ("style({s}): mix format", ["{p}/lib/app/router.ex"], "-  get \"/version\",VersionController,:show\n+  get \"/version\", VersionController, :show"),
        ("test({s}): async tests for pure modules", ["{p}/test/text_test.exs"], "-  use ExUnit.Case\n+  use ExUnit.Case, async: true"),
        ("chore({s}): credo patch", ["{p}/mix.exs", "{p}/mix.lock"], "-      {{:credo, \"1.7.6\", only: :dev}},\n+      {{:credo, \"1.7.7\", only: :dev}},"),
        ("docs({s}): moduledoc for the presence tracker", ["{p}/lib/app/tracker.ex"], "+  @moduledoc \"Who is online, by node.\""),
    ],
    "kt": [
        ("refactor({s}): data object for the empty answer", ["{p}/src/main/kotlin/app/Answer.kt"], "-object Empty : Answer\n+data object Empty : Answer"),
        ("test({s}): kotest matchers", ["{p}/src/test/kotlin/app/NamesTest.kt"], "-    assertEquals(2, names.size)\n+    names shouldHaveSize 2"),
        ("chore({s}): ktlint patch", ["{p}/build.gradle.kts"], "-    id(\"org.jlleitschuh.gradle.ktlint\") version \"12.1.0\"\n+    id(\"org.jlleitschuh.gradle.ktlint\") version \"12.1.1\""),
        ("style({s}): trailing commas", ["{p}/src/main/kotlin/app/Config.kt"], "-    val name: String\n+    val name: String,"),
    ],
    "php": [
        ("refactor({s}): readonly properties", ["{p}/src/Pdf/Letter.php"], "-    private Template $template;\n+    private readonly Template $template;"),
        ("chore({s}): phpstan patch", ["{p}/composer.json", "{p}/composer.lock"], "-        \"phpstan/phpstan\": \"1.11.7\",\n+        \"phpstan/phpstan\": \"1.11.8\","),
        ("test({s}): data provider for rounding", ["{p}/tests/RoundingTest.php"], "+    #[DataProvider('amounts')]"),
        ("style({s}): PSR-12", ["{p}/src/Http/Kernel.php"], "-    public function boot( ) : void{{\n+    public function boot(): void\n+    {{"),
    ],
}


def harmless_for(rng, services, count):
    """(message, files, diff, service or None), no two alike."""
    pool = [(message, files, diff, None) for message, files, diff in ANY]
    for service, language in services.items():
        for message, files, diff in BY_LANGUAGE.get(language, []):
            path = f"services/{service}"
            pool.append((message.format(s=service), [file.format(p=path) for file in files], diff.format(s=service), service))
    rng.shuffle(pool)
    return pool[:count]
