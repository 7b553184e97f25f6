using System.Xml.Linq;

namespace AiFixer.Tests.Repository;

internal sealed record ProjectFile(string Path, XDocument Document)
{
    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. RepositoryFolder.TextFiles
            .Where(file => file.Extension == ".csproj")
            .Select(file => new ProjectFile(file.Path, XDocument.Parse(file.Text))),
    ];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsProduct => Path.StartsWith("AiFixer.", StringComparison.Ordinal);

    public IEnumerable<string> References => Includes(Document, "ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension)!;

    public IEnumerable<string> Packages => Includes(Document, "PackageReference");

    public static IEnumerable<string> Includes(XContainer document, string item) =>
        document.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
