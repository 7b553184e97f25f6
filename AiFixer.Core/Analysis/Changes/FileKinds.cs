using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Tells from a path what a file is for.</summary>
internal static partial class FileKinds
{
    public static FileKind Of(string path) => path switch
    {
        _ when Beside().IsMatch(path) => FileKind.Beside,
        _ when Migration().IsMatch(path) => FileKind.Migration,
        _ when Dependencies().IsMatch(path) => FileKind.Dependencies,
        _ when Looks().IsMatch(path) => FileKind.Looks,
        _ when Configuration().IsMatch(path) => FileKind.Configuration,
        _ => FileKind.Source,
    };

    /// <summary>Where it cannot reach what users use: staging, test, development.</summary>
    public static bool IsElsewhere(string path) => Elsewhere().IsMatch(path);

    [GeneratedRegex(@"(^|/)(docs?|documentation|tests?|__tests__|spec|testdata|fixtures|\.github|\.circleci|\.gitlab)/|_test\.\w+$|\.(test|spec)\.\w+$|(^|/)test_[^/]*\.py$|\.(md|rst|adoc)$|(^|/)(CODEOWNERS|LICENSE|README[^/]*|CHANGELOG[^/]*|\.golangci\.ya?ml|\.editorconfig|\.gitignore|\.eslintrc[^/]*|\.prettierrc[^/]*|Jenkinsfile)$|(^|/)\.gitlab-ci\.ya?ml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"(^|/)(migrations?|db/migrate|alembic|flyway|liquibase)/|\.sql$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Migration();

    [GeneratedRegex(@"(^|/)(go\.(mod|sum)|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|requirements[^/]*\.txt|Pipfile(\.lock)?|poetry\.lock|pyproject\.toml|pom\.xml|build\.gradle(\.kts)?|gradle\.lockfile|Cargo\.(toml|lock)|Gemfile(\.lock)?|composer\.(json|lock)|[^/]+\.csproj|Directory\.Packages\.props|libs\.versions\.toml)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dependencies();

    [GeneratedRegex(@"\.(css|scss|less|sass|svg|png|jpe?g|gif|ico|woff2?|html?|tmpl|vue|tsx|jsx)$|(^|/)(static|templates|theme|assets|i18n|locales?)(/|\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Looks();

    [GeneratedRegex(@"\.(ya?ml|json|toml|ini|conf|cfg|properties|env|tfvars|tf|hcl|cue|jsonnet)$|(^|/)(Dockerfile[^/]*|Caddyfile|nginx[^/]*|\.env[^/]*)$|(^|/)(config|configs|conf|deploy|k8s|helm|charts?|manifests?|terraform)/[^/]*\.(ya?ml|json|toml|tpl|conf|cfg|tf|properties)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Configuration();

    [GeneratedRegex(@"(^|[/._-])(staging|stage|dev|development|test|sandbox|local|preview|qa)([/._-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();
}
