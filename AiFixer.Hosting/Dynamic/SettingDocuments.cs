using AiFixer.Core.Documents;
using AiFixer.Core.Settings;

namespace AiFixer.Hosting.Dynamic;

/// <summary>How a setting is kept: its key is the name of the document, its value the body, its reason the note.</summary>
public static class SettingDocuments
{
    public const string Kind = "setting";

    public static Setting Read(Document document) =>
        new(document.Name, document.Body, document.Version, document.By, document.At, document.Note);
}
