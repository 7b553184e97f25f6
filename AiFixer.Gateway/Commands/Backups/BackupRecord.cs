using System.Text.Json;
using AiFixer.Core.Documents;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Backups;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands.Backups;

/// <summary>When the store was backed up last, kept in it, so that <c>doctor</c> can say so.</summary>
internal static class BackupRecord
{
    private const string Kind = "operations";
    private const string Name = "last-backup";
    private static readonly DocumentAuthor Command = new("aifixer-backup", "aifixer backup");

    public static async Task WriteAsync(
        StorageOptions options, BackupManifest manifest, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var edit = new DocumentEdit(Kind, Name, JsonSerializer.Serialize(manifest.MadeAt), Command, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        try
        {
            await using var store = await StoreReader.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            await store.Documents.ApplyAsync(edit, cancellationToken);
        }
        catch (Exception e) when (e is JournalUnavailableException or StorageRefusedException)
        {
            await output.WriteLineAsync($"It is whole, but that it was made could not be noted in the store: {e.Message}");
        }
    }

    /// <returns>Null when there never was one.</returns>
    public static async Task<Document?> FindAsync(IDocuments documents, CancellationToken cancellationToken) =>
        await documents.GetAsync(Kind, Name, cancellationToken);
}
