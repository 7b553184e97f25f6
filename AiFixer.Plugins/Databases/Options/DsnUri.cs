using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads <c>postgresql://user:password@host:port/database?sslmode=require</c>.</summary>
internal static class DsnUri
{
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw new DsnException("must be an address such as postgresql://user@host:5432/database");
        var settings = new NpgsqlConnectionStringBuilder();
        Set(settings, "host", uri.Host.Trim('[', ']'));
        if (uri.Port > 0)
            settings.Port = uri.Port;
        Set(settings, "dbname", Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')));
        var user = uri.UserInfo.Split(':', 2);
        Set(settings, "user", Uri.UnescapeDataString(user[0]));
        Set(settings, "password", user.Length == 2 ? Uri.UnescapeDataString(user[1]) : "");
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Set(settings, Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return settings;
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        if (value.Length > 0)
            LibpqWords.Set(settings, name, value);
    }
}
