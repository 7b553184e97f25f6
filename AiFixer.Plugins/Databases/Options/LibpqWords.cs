using System.Text.RegularExpressions;
using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads <c>host=db dbname=shop user=monitor password='two words'</c>, as libpq does.</summary>
internal static partial class LibpqWords
{
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder();
        var at = 0;
        foreach (Match word in Word().Matches(text))
        {
            if (word.Index != at)
                break;
            Set(settings, word.Groups["name"].Value, Unquoted(word));
            at = word.Index + word.Length;
        }

        return at == text.Length ? settings : throw new DsnException("cannot be read; write postgresql://user@host:5432/database");
    }

    public static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        if (name is "connect_timeout" or "application_name" or "fallback_application_name" or "client_encoding" or "target_session_attrs")
            return;
        settings[Known(name)] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }

    private static string Known(string name) => name switch
    {
        "host" or "hostaddr" => "Host",
        "port" => "Port",
        "dbname" => "Database",
        "user" => "Username",
        "password" => "Password",
        "passfile" => "Passfile",
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        _ => throw new DsnException($"the parameter '{OutsideText.Line(name, 40)}' is not supported"),
    };

    private static string Unquoted(Match word)
    {
        var value = word.Groups["value"].Value;
        return Escaped().Replace(value.StartsWith('\'') ? value[1..^1] : value, "$1");
    }

    [GeneratedRegex(@"\s*(?<name>[a-z_]+)\s*=\s*(?<value>'(?:[^'\\]|\\.)*'|(?:[^\s'\\]|\\.)*)\s*", RegexOptions.Singleline)]
    private static partial Regex Word();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escaped();
}
