using AiFixer.Core;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;
using AiFixer.Gateway.SettingsApi;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Playbooks;

/// <summary>A playbook as it is now.</summary>
/// <param name="Version">How often it was changed; also in the ETag.</param>
/// <param name="Hash">Of all it says: incidents name it.</param>
/// <param name="Does">The exact detail of its action.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="Problems">Why it cannot be used as it is; empty when it can.</param>
/// <param name="Warning">What keeps it from acting now; left out when nothing does.</param>
internal sealed record PlaybookView(
    string Id,
    string? Name,
    string? Description,
    string? Class,
    IReadOnlyList<string> Patterns,
    Severity? MinimumSeverity,
    PlaybookActionType? Action,
    string? Does,
    double? CooldownMinutes,
    int? MaxRetries,
    PolicyMode? Mode,
    bool Active,
    string? Hash,
    long Version,
    SettingAuthor By,
    DateTimeOffset At,
    string Reason,
    string Yaml,
    IReadOnlyList<string> Problems,
    string? Warning)
{
    /// <summary>What became of its attempts; only in lists and with "/record", since it is no part of what the ETag names.</summary>
    public PlaybookRecord? Record { get; init; }

    public static PlaybookView Of(KeptPlaybook kept, PlaybookPlugins plugins) => new(
        kept.Document.Name,
        kept.Playbook?.Name,
        kept.Playbook?.Description,
        kept.Playbook is { } playbook ? ErrorClassNames.Of(playbook.Class) : null,
        [.. kept.Playbook?.Patterns.Select(pattern => pattern.Text) ?? []],
        kept.Playbook?.MinimumSeverity,
        kept.Playbook?.Action.Type,
        kept.Playbook?.Action.Detail,
        kept.Playbook?.Cooldown.TotalMinutes,
        kept.Playbook?.MaxRetries,
        kept.Playbook?.Mode,
        kept.Playbook?.IsActive ?? false,
        kept.Playbook?.Version,
        kept.Document.Version,
        SettingAuthor.Of(kept.Document.By),
        kept.Document.At,
        kept.Document.Note,
        kept.Document.Body,
        [.. kept.Problems.Select(problem => problem.ToString())],
        kept.Playbook is null ? null : plugins.Warning(kept.Playbook));
}
