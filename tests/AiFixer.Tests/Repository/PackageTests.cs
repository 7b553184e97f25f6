using System.Xml.Linq;

namespace AiFixer.Tests.Repository;

public sealed class PackageTests
{
    private static readonly XDocument Versions = Document("Directory.Packages.props");

    /// <summary>Packages that only other packages ask for, held at one version.</summary>
    private static readonly HashSet<string> Pinned =
    [
        .. Versions.Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value == "pinned")
            .SelectMany(group => ProjectFile.Includes(group, "PackageVersion")),
    ];

    private static readonly HashSet<string> Used =
    [
        .. ProjectFile.All.SelectMany(project => project.Packages),
        .. ProjectFile.Includes(Document("Directory.Build.props"), "PackageReference"),
    ];

    [Fact]
    public void Every_package_version_is_used() =>
        ProjectFile.Includes(Versions, "PackageVersion").Except(Used).Except(Pinned).ShouldBeEmpty();

    [Fact]
    public void A_pinned_package_is_not_referenced_directly() => Pinned.Intersect(Used).ShouldBeEmpty();

    [Fact]
    public void Versions_live_in_one_place() =>
        ProjectFile.All
            .Where(project => project.Document.Descendants("PackageReference").Any(HasVersion))
            .Select(project => project.Path)
            .ShouldBeEmpty();

    private static bool HasVersion(XElement package) =>
        package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null;

    private static XDocument Document(string path) =>
        XDocument.Parse(RepositoryFolder.TextFiles.Single(file => file.Path == path).Text);
}
