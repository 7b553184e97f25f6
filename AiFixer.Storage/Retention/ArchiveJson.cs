using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Storage.Retention;

[JsonSerializable(typeof(ArchiveLine))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    // A file that no browser shows: quotes within texts stay readable.
    private static readonly ArchiveJson Plain = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(ArchiveLine line) => JsonSerializer.SerializeToUtf8Bytes(line, Plain.ArchiveLine);

    /// <summary>Null when it is not a line of an archive.</summary>
    public static ArchiveLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Plain.ArchiveLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
