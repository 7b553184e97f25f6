using System.Text.Json;
using AiFixer.Core.Documents;

namespace AiFixer.Core.Policy;

/// <summary>How the kill switch, remembered approvals and what is known of a store that was put back are kept. The kill switch is on while its document is there.</summary>
public static class PolicyDocument
{
    public const string Kind = "policy";
    public const string KillSwitch = "kill-switch";
    public const string SetBack = "set-back";
    private const string Prefix = "remembered-";

    /// <summary>Who stops it where no person does.</summary>
    public static DocumentAuthor Ourselves { get; } = new("aifixer", "AiFixer");

    public static DocumentEdit Stop(DocumentAuthor by, string reason) => new(Kind, KillSwitch, "stopped", by, reason);

    public static DocumentEdit GoOn(DocumentAuthor by, string reason) => new(Kind, KillSwitch, null, by, reason);

    /// <summary>That it is there is enough, whatever is in it.</summary>
    public static KillSwitch ReadKillSwitch(Document document) =>
        new(document.By.Name, document.At, document.Note) { IsOurs = document.By.Id == Ourselves.Id };

    /// <param name="known">What whoever found it out needs to know that it was found out.</param>
    public static DocumentEdit PutBack(DocumentAuthor by, string known, string reason) => new(Kind, SetBack, known, by, reason);

    /// <summary>That it is there is enough, whatever is in it.</summary>
    public static SetBack ReadSetBack(Document document) => new(document.At, document.Note);

    public static string NameOf(string remembered) => Prefix + remembered;

    public static bool IsRemembered(Document document) => document.Name.StartsWith(Prefix, StringComparison.Ordinal);

    public static DocumentEdit Remember(RememberedApproval approval, DocumentAuthor by) => new(
        Kind, NameOf(approval.Id), JsonSerializer.Serialize(approval, PolicyJsonContext.Default.RememberedApproval), by, approval.Reason)
    {
        Expected = [DocumentEdit.Absent],
    };

    public static DocumentEdit Forget(string remembered, DocumentAuthor by, string reason) => new(Kind, NameOf(remembered), null, by, reason);

    /// <returns>Null when it cannot be read.</returns>
    public static RememberedApproval? ReadRemembered(Document document)
    {
        try
        {
            return JsonSerializer.Deserialize(document.Body, PolicyJsonContext.Default.RememberedApproval) is { } one && one.IsWhole() ? one : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
