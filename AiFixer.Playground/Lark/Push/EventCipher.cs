using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Push;

/// <summary>Encrypts and signs what goes to the app.</summary>
internal static class EventCipher
{
    /// <summary>The body for an envelope: encrypted when there is a key.</summary>
    public static byte[] Body(JsonObject envelope, string key) =>
        key.Length == 0
            ? Encoding.UTF8.GetBytes(envelope.ToJsonString())
            : Encoding.UTF8.GetBytes(new JsonObject { ["encrypt"] = Encrypt(envelope.ToJsonString(), key) }.ToJsonString(Plain));

    public static string Encrypt(string text, string key)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var iv = RandomNumberGenerator.GetBytes(16);
        return Convert.ToBase64String([.. iv, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(text), iv)]);
    }

    public static string Signature(string timestamp, string nonce, string key, byte[] body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(timestamp + nonce + key), .. body]));

    // A plus sign stays one, as the platform writes it.
    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
