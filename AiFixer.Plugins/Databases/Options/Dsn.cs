using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads the three forms a DSN is written in. What is wrong with one is said without showing it: it may hold a password.</summary>
internal sealed record Dsn(NpgsqlConnectionStringBuilder? Value, string? Error)
{
    public static Dsn Parse(string text)
    {
        try
        {
            var trimmed = text.Trim();
            var settings = trimmed.Contains("://", StringComparison.Ordinal) ? DsnUri.Read(trimmed)
                : trimmed.Contains(';', StringComparison.Ordinal) ? new(trimmed)
                : LibpqWords.Read(trimmed);
            if (string.IsNullOrEmpty(settings.Host))
                return Wrong("names no host");
            return settings.Database is { Length: > 0 } ? new(settings, null) : Wrong("names no database");
        }
        catch (DsnException e)
        {
            return Wrong(e.Message);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or NotSupportedException or KeyNotFoundException)
        {
            return Wrong("cannot be read; write postgresql://user@host:5432/database");
        }
    }

    private static Dsn Wrong(string error) => new(null, error);
}
