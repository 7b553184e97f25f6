using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Gateway.SettingsApi;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Playbooks;

/// <summary>The rules by which errors get their class.</summary>
/// <param name="Problems">Why this version is not used but the last one that could be; empty when it is.</param>
internal sealed record ClassesView(long Version, string Yaml, SettingAuthor By, DateTimeOffset At, string Reason, IReadOnlyList<string> Problems)
{
    public static ClassesView Of(Document document)
    {
        var problems = new List<PlaybookProblem>();
        _ = PlaybookText.ReadClasses(document.Body, problems);
        return new(
            document.Version, document.Body, SettingAuthor.Of(document.By), document.At, document.Note, [.. problems.Select(problem => problem.ToString())]);
    }
}
