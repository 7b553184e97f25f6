namespace AiFixer.Grains;

/// <summary>
/// Reads through a plugin, on the silo of whoever asks. Its key names the plugin and the connection. Deadlines are the
/// plugin's: an answer is waited for longer than any of them.
/// </summary>
[Alias("aifixer.plugin")]
public interface IPluginGrain : IGrainWithStringKey
{
    /// <summary>Asks a diagnostic plugin.</summary>
    [Alias("Run")]
    [ResponseTimeout("02:05:00")]
    Task<Letter> RunAsync(Letter question, CancellationToken cancellationToken);

    /// <summary>Plans a change, and changes nothing.</summary>
    [Alias("Preview")]
    [ResponseTimeout("02:05:00")]
    Task<Letter> PreviewAsync(Letter question, CancellationToken cancellationToken);

    /// <summary>Looks what became of a change.</summary>
    [Alias("Observe")]
    [ResponseTimeout("02:05:00")]
    Task<Letter> ObserveAsync(Letter question, CancellationToken cancellationToken);
}
