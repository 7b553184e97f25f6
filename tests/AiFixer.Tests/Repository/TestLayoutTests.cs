using System.Text.RegularExpressions;

namespace AiFixer.Tests.Repository;

public sealed partial class TestLayoutTests
{
    private const string Tests = "tests/AiFixer.Tests";

    private static readonly string[] OwnFolders = ["Repository", "Deployment", "Support"];

    [Fact]
    public void A_test_folder_is_named_after_a_project()
    {
        var projects = ProjectFile.All.Select(project => project.Name.Replace("AiFixer.", string.Empty, StringComparison.Ordinal));

        Sources().Select(Area).Distinct().ShouldBeSubsetOf([.. projects, .. OwnFolders]);
    }

    [Fact]
    public void A_test_is_in_the_namespace_of_its_folder()
    {
        var strangers =
            from file in Sources()
            let name = Namespace().Match(file.Text)
            where name.Success && !$"{name.Groups[1].Value}.".StartsWith($"AiFixer.Tests.{Area(file)}.", StringComparison.Ordinal)
            select $"{file.Path}: {name.Groups[1].Value}";

        strangers.ShouldBeEmpty();
    }

    private static IEnumerable<SourceFile> Sources() =>
        RepositoryFolder.Under(Tests).Where(file => file.Extension == ".cs");

    private static string Area(SourceFile file) => file.Path[(Tests.Length + 1)..].Split('/')[0];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
