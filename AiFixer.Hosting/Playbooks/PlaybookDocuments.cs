using AiFixer.Core.Documents;

namespace AiFixer.Hosting.Playbooks;

/// <summary>How playbooks are kept: the id is the name of the document, the text its body.</summary>
public static class PlaybookDocuments
{
    public const string Kind = "playbook";

    public const string ClassesKind = "error_classes";

    /// <summary>The one document of its kind.</summary>
    public const string Classes = "rules";

    public static DocumentAuthor Shipped { get; } = new("aifixer", "AiFixer's defaults");
}
