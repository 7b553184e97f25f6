using System.Data.Common;
using System.Text.Json;
using AiFixer.Core.Policy;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Documents;

namespace AiFixer.Storage.SetBacks;

/// <summary>Up to which line of each file of checkpoints it is known that the database does not have what was signed.</summary>
internal static class KnownSetBacks
{
    /// <returns>And since when; null when it never was put back.</returns>
    public static (Dictionary<string, long> Lines, DateTimeOffset? Since) Read(DbConnection connection)
    {
        using var command = connection.Command(
            $"{DocumentRows.Newest} where d.kind = @kind and d.name = @name and d.present = 1",
            ("kind", PolicyDocument.Kind),
            ("name", PolicyDocument.SetBack));
        using var row = command.ExecuteReader();
        return row.Read() && DocumentRows.Read(row) is { Body: { } body, At: var at } ? (Parse(body), at) : ([], null);
    }

    public static string Text(Dictionary<string, long> known) => JsonSerializer.Serialize(known, SetBackJson.Default.DictionaryStringInt64);

    /// <summary>What cannot be read is not known: it is found out again.</summary>
    private static Dictionary<string, long> Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SetBackJson.Default.DictionaryStringInt64) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
