using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Dynamic;

/// <summary>
/// The settings as this process knows them. While the store is away the last known ones stay; what the store has no
/// setting for, the configuration may have.
/// </summary>
public sealed partial class DynamicSettings(
    IDocuments documents, IConfiguration configuration, TimeProvider time, ILogger<DynamicSettings> logger) : ISettings, IDisposable
{
    private readonly ConfiguredSettings configured = new(configuration, time);
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile SettingsSnapshot snapshot = SettingsSnapshot.Unknown;
    private bool isAway;

    public bool IsKnown => snapshot.IsKnown;

    public Setting? Find(string key) => snapshot.Settings.GetValueOrDefault(key) ?? configured.Find(key);

    /// <summary>
    /// Reads what changed since the last time. One at a time: whoever wrote something sees it afterwards, since what is
    /// read then was not read before.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await documents.RevisionAsync(SettingDocuments.Kind, cancellationToken) != snapshot.Revision)
                snapshot = SettingsSnapshot.Of(await documents.ListAsync(SettingDocuments.Kind, cancellationToken));
            if (isAway)
                Back();
            isAway = false;
        }
        catch (JournalUnavailableException e)
        {
            if (!isAway)
                Away(e.InnerException?.Message ?? e.Message);
            isAway = true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    [LoggerMessage(LogLevel.Warning, "Settings cannot be read for now; the last known ones stay: {Reason}")]
    private partial void Away(string reason);

    [LoggerMessage(LogLevel.Information, "Settings can be read again")]
    private partial void Back();
}
