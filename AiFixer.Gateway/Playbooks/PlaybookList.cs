using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Playbooks;

/// <summary>All playbooks by id.</summary>
internal sealed record PlaybookList(IReadOnlyList<PlaybookView> Items)
{
    public static PlaybookList Of(
        IEnumerable<KeptPlaybook> kept, PlaybookPlugins plugins, IReadOnlyDictionary<string, PlaybookRecord>? records) => new(
        [.. kept.Select(one => PlaybookView.Of(one, plugins) with { Record = records?.GetValueOrDefault(one.Document.Name, PlaybookRecord.None) })]);
}
