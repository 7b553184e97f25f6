using AiFixer.Core.Documents;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Changes settings. Answered when the change is on disk and this process goes by it.</summary>
public sealed class SettingsEditor(IDocuments documents, DynamicSettings settings)
{
    /// <param name="expected">The versions it may have now, 0 for none; null when any will do.</param>
    public Task<DocumentVerdict> SetAsync(
        string key, string value, string reason, DocumentAuthor by, IReadOnlyCollection<long>? expected, CancellationToken cancellationToken) =>
        SettingRules.Problem(key, value) is var (field, problem)
            ? Task.FromResult<DocumentVerdict>(new DocumentVerdict.Refused(field, problem))
            : ApplyAsync(new(SettingDocuments.Kind, key, value, by, reason) { Expected = expected }, cancellationToken);

    public Task<DocumentVerdict> DeleteAsync(
        string key, string reason, DocumentAuthor by, IReadOnlyCollection<long>? expected, CancellationToken cancellationToken) =>
        SettingRules.KeyProblem(key) is { } problem
            ? Task.FromResult<DocumentVerdict>(new DocumentVerdict.Refused("key", problem))
            : ApplyAsync(new(SettingDocuments.Kind, key, null, by, reason) { Expected = expected }, cancellationToken);

    private async Task<DocumentVerdict> ApplyAsync(DocumentEdit edit, CancellationToken cancellationToken)
    {
        var verdict = await documents.ApplyAsync(edit, cancellationToken);
        // It is written: whoever asked for it may be gone, and still everybody here goes by it.
        if (verdict is DocumentVerdict.Stored)
            await settings.RefreshAsync(CancellationToken.None);
        return verdict;
    }
}
