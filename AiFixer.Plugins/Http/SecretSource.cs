namespace AiFixer.Plugins.Http;

/// <summary>A secret from the options or from a file that is replaced as it expires: read again every minute, and when it is refused.</summary>
internal sealed class SecretSource(string? value, string? path, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private volatile Kept? kept;

    public bool IsThere => !string.IsNullOrEmpty(value) || !string.IsNullOrEmpty(path);

    /// <exception cref="UnreadableSecretException">The file cannot be read or holds nothing.</exception>
    public string Read()
    {
        if (string.IsNullOrEmpty(path))
            return value ?? "";
        var now = time.GetUtcNow();
        if (kept is not { } last || now - last.ReadAt >= KeptFor)
            kept = last = new(ReadFile(path), now);
        return last.Secret;
    }

    public void Forget() => kept = null;

    private static string ReadFile(string path)
    {
        try
        {
            var secret = File.ReadAllText(path).Trim();
            return secret.Length > 0 && !secret.Any(char.IsControl) ? secret : throw new UnreadableSecretException($"{path} holds no secret");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableSecretException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private sealed record Kept(string Secret, DateTimeOffset ReadAt);
}
