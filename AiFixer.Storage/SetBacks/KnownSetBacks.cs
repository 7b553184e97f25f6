using System.Data.Common;
using System.Text.Json;
using AiFixer.Core.Policy;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.SetBacks;

/// <summary>Up to which line of each file of checkpoints it is known that the database does not have what was signed.</summary>
internal static class KnownSetBacks
{
    public static Dictionary<string, long> Read(DbConnection connection)
    {
        using var command = connection.Command(
            """
            select c.body from documents d join document_changes c on c.kind = d.kind and c.name = d.name and c.version = d.version
            where d.kind = @kind and d.name = @name and d.present = 1
            """,
            ("kind", PolicyDocument.Kind),
            ("name", PolicyDocument.SetBack));
        return command.ExecuteScalar() is string body ? Parse(body) : [];
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
