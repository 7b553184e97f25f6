using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Documents;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Playbooks;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Playbooks;
using AiFixer.Hosting.Settings;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands.Playbooks;

/// <summary>The playbooks that a command speaks of, and where they are from.</summary>
internal sealed record PlaybookShelf(string From, IReadOnlyList<KeptPlaybook> Kept, PlaybookSet Set, PlaybookPlugins Plugins, PlaybookTrial Trial)
{
    /// <summary>What became of their attempts, by id; null where there is no store that could have counted.</summary>
    public IReadOnlyDictionary<string, PlaybookRecord>? Records { get; init; }

    public static async Task<PlaybookShelf> OpenAsync(IConfiguration configuration, IPluginStates plugins, CancellationToken cancellationToken)
    {
        var problems = new ConfigurationProblems();
        var storage = StorageSettings.Read(configuration, problems);
        var files = PlaybookOptions.Read(new(configuration, problems)).Files;
        var alerts = AlertOptionsReader.Read(new SettingsReader(configuration, problems).Section("Alerts"));
        problems.ThrowIfAny();
        var trial = new PlaybookTrial(new ExceptionMapper(alerts), new AlertParser(alerts), TimeProvider.System);
        return await OfStoreAsync(storage, new(plugins), trial, cancellationToken) ?? OfFiles(files, new(plugins), trial);
    }

    /// <returns>Null when there is no store yet, or none of its playbooks.</returns>
    private static async Task<PlaybookShelf?> OfStoreAsync(
        StorageOptions storage, PlaybookPlugins plugins, PlaybookTrial trial, CancellationToken cancellationToken)
    {
        if (storage.Provider == StorageOptions.Sqlite && !File.Exists(storage.DatabasePath))
            return null;
        await using var store = await StoreReader.OpenAsync(storage, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        var snapshot = await PlaybookSnapshot.ReadAsync(store.Documents, cancellationToken);
        return snapshot is { Kept.Count: 0, Classes: null }
            ? null
            : new($"the store ({storage.Provider})", snapshot.Kept, snapshot.Set, plugins, trial) { Records = await store.Records.ReadAsync(cancellationToken) };
    }

    private static PlaybookShelf OfFiles(PlaybookFiles files, PlaybookPlugins plugins, PlaybookTrial trial)
    {
        var kept = KeptPlaybook.All([.. files.Playbooks().Select((file, at) =>
            new Document(PlaybookDocuments.Kind, file.Id, DocumentEdit.Absent, at, file.Text, PlaybookDocuments.Shipped, DateTimeOffset.UnixEpoch, ""))]);
        var rules = files.Classes() is { } text ? PlaybookText.ReadClasses(text, []) : null;
        var set = new PlaybookSet(rules ?? ErrorClassRules.None, [.. kept.Select(one => one.Playbook).OfType<Playbook>()]);
        return new($"files in {files.Folder}, since there is no store yet", kept, set, plugins, trial);
    }
}
