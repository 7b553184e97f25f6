"""Commits that harm nobody, in the languages of the services."""

ANY = [
    ("docs: describe the on-call handover", ["docs/oncall.md"], "+## Handover\n+Write down open incidents and muted alerts."),
    ("docs: fix broken links in the architecture overview", ["docs/architecture.md"],
     "-See [queues](queue.md)\n+See [queues](queues.md)"),
    ("chore: update CODEOWNERS for the search team", [".github/CODEOWNERS"], "-/search @team-core\n+/search @team-search"),
    ("ci: run unit tests on pull requests from forks", [".github/workflows/test.yml"],
     " on:\n+  pull_request_target:\n   push:"),
    ("ci: cache docker layers", [".github/workflows/image.yml"], "+      cache-from: type=gha\n+      cache-to: type=gha,mode=max"),
    ("chore: add editorconfig", [".editorconfig"], "+[*]\n+indent_style = space\n+insert_final_newline = true"),
    ("docs: add a changelog entry for the winter release", ["CHANGELOG.md"], "+## 14.2\n+- Faster product pages"),
    ("chore(dashboards): rename panel titles", ["ops/grafana/overview.json"], "-\"title\": \"Reqs\"\n+\"title\": \"Requests per second\""),
    ("chore: label the runbook links in alerts", ["ops/alerts/links.yaml"], "+    runbook_url: https://wiki.internal/runbooks"),
    ("docs: how to run the load test locally", ["docs/loadtest.md"], "+Start with 5 virtual users, then raise."),
    ("chore: bump pre-commit hooks", [".pre-commit-config.yaml"], "-    rev: v4.5.0\n+    rev: v4.6.0"),
    ("test: contract test for the price endpoint", ["tests/contract/price.http"], "+GET /v1/prices/1001\n+Accept: application/json"),
]

BY_LANGUAGE = {
    "go": [
        ("test({s}): cover empty input in parser", ["{p}/internal/parse/parse_test.go"],
         "+func TestParseEmpty(t *testing.T) {{\n+\tif _, err := Parse(\"\"); err == nil {{\n+\t\tt.Fatal(\"want error\")\n+\t}}\n+}}"),
        ("refactor({s}): name the magic number for page size", ["{p}/internal/list/list.go"],
         "+const pageSize = 50\n-\trows := make([]Row, 0, 50)\n+\trows := make([]Row, 0, pageSize)"),
        ("chore({s}): bump testify patch version", ["{p}/go.mod", "{p}/go.sum"],
         "-\tgithub.com/stretchr/testify v1.9.0\n+\tgithub.com/stretchr/testify v1.9.1"),
        ("style({s}): gofmt", ["{p}/internal/http/routes.go"], "-  mux.Handle(\"/healthz\",health)\n+\tmux.Handle(\"/healthz\", health)"),
        ("feat({s}): count build info as a metric", ["{p}/internal/metrics/build.go"],
         "+\tbuildInfo.WithLabelValues(version, commit).Set(1)"),
    ],
    "py": [
        ("test({s}): parametrize rounding tests", ["{p}/tests/test_rounding.py"],
         "+@pytest.mark.parametrize(\"amount\", [\"0.005\", \"1.015\"])\n+def test_rounding(amount): ..."),
        ("refactor({s}): use pathlib in the template loader", ["{p}/app/templates.py"],
         "-    path = os.path.join(ROOT, name)\n+    path = ROOT / name"),
        ("chore({s}): bump ruff", ["{p}/requirements-dev.txt"], "-ruff==0.6.2\n+ruff==0.6.3"),
        ("style({s}): sort imports", ["{p}/app/views.py"], "-import sys\n-import os\n+import os\n+import sys"),
        ("docs({s}): docstrings for the serializer", ["{p}/app/serialize.py"], "+    \"\"\"Turn a row into its public form.\"\"\""),
    ],
    "java": [
        ("test({s}): use AssertJ in mapper tests", ["{p}/src/test/java/shop/MapperTest.java"],
         "-    assertEquals(3, items.size());\n+    assertThat(items).hasSize(3);"),
        ("refactor({s}): constructor injection in report controller", ["{p}/src/main/java/shop/ReportController.java"],
         "-  @Autowired private ReportService reports;\n+  private final ReportService reports;"),
        ("chore({s}): bump junit patch version", ["{p}/pom.xml"],
         "-      <version>5.10.2</version>\n+      <version>5.10.3</version>"),
        ("docs({s}): javadoc for the address validator", ["{p}/src/main/java/shop/AddressValidator.java"],
         "+  /** Accepts an empty second line. */"),
        ("refactor({s}): replace string concatenation in log statement", ["{p}/src/main/java/shop/AuditLog.java"],
         "-    log.info(\"audit \" + id);\n+    log.info(\"audit {{}}\", id);"),
    ],
    "ts": [
        ("feat({s}): new colours for the sale badge", ["{p}/src/styles/badge.css"], "-  background: #c00;\n+  background: #b3123a;"),
        ("style({s}): run prettier", ["{p}/src/components/Footer.tsx"], "-const Footer = () => {{ return <footer/> }}\n+const Footer = () => <footer />;"),
        ("test({s}): snapshot for the empty wish list", ["{p}/src/components/WishList.test.tsx"],
         "+it(\"renders empty\", () => expect(render(<WishList items={{[]}} />)).toMatchSnapshot());"),
        ("chore({s}): bump eslint patch version", ["{p}/package.json", "{p}/package-lock.json"], "-    \"eslint\": \"8.57.0\",\n+    \"eslint\": \"8.57.1\","),
        ("feat({s}): alt texts for product pictures", ["{p}/src/components/Picture.tsx"], "-<img src={{src}} />\n+<img src={{src}} alt={{title}} />"),
    ],
    "cs": [
        ("test({s}): cover postal codes with spaces", ["{p}/tests/PostalCodeTests.cs"],
         "+    [Fact] public void Spaces_are_ignored() => Assert.True(PostalCode.TryParse(\"SW1A 1AA\", out _));"),
        ("refactor({s}): file-scoped namespaces", ["{p}/src/Rates/RateTable.cs"], "-namespace Shop.Rates\n-{{\n+namespace Shop.Rates;"),
        ("chore({s}): bump Serilog patch version", ["{p}/Directory.Packages.props"],
         "-    <PackageVersion Include=\"Serilog\" Version=\"4.0.1\" />\n+    <PackageVersion Include=\"Serilog\" Version=\"4.0.2\" />"),
        ("docs({s}): xml comments for public options", ["{p}/src/ServiceOptions.cs"], "+    /// <summary>Name shown in traces.</summary>"),
        ("refactor({s}): use collection expressions", ["{p}/src/Menu.cs"], "-    var items = new List<string>();\n+    List<string> items = [];"),
    ],
}


def innocents_for(rng, services, count):
    """(message, files, diff, service or None), no two alike."""
    pool = [(message, files, diff, None) for message, files, diff in ANY]
    for service, language in services.items():
        path = f"services/{service}"
        for message, files, diff in BY_LANGUAGE.get(language, []):
            named = message.format(s=service)
            pool.append((named, [file.format(p=path) for file in files], diff.format(s=service), service))
    rng.shuffle(pool)
    return pool[:count]
