using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Lark.Wire;

/// <summary>
/// Reads what is posted to us, and believes nothing of it before a secret was proven: the encrypt key by its signature,
/// or, where the app has none, the verification token.
/// </summary>
internal sealed class LarkWebhook(LarkOptions options, TimeProvider time)
{
    /// <summary>The same for whatever of it is wrong.</summary>
    private const string Unproven = "the signature is missing or wrong, or the body cannot be opened with the encrypt key";

    /// <summary>A click is never sent again.</summary>
    private static readonly TimeSpan ClicksLast = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public Arrival Read(LarkHeaders headers, ReadOnlySpan<byte> body)
    {
        if (LarkJson.Object(body) is not { } outer)
            return new Arrival.Refused(RefusalReason.Malformed, "the body is no JSON object");
        // Whoever signs is held to it before anything is opened, so that how it fails tells nothing of what is inside.
        if (outer["encrypt"] is not null && options.EncryptKey.Length > 0 && headers.Signature.Length > 0 && !LarkSignature.IsGood(headers, options.EncryptKey, body))
            return new Arrival.Refused(RefusalReason.Unsigned, Unproven);
        var (envelope, refusal) = Open(outer);
        if (envelope is null)
            return refusal!;
        // The platform does not sign its first question: whoever wants a signature for it can never be registered.
        if (envelope.Said("type") == "url_verification")
            return Challenge(envelope, wasEncrypted: envelope != outer);
        if (Distrust(headers, body, outer, envelope) is { } distrusted)
            return distrusted;
        var arrival = EnvelopeReader.Read(envelope);
        return arrival is Arrival.Clicked && headers.Timestamp.Length > 0 && options.EncryptKey.Length > 0 && !IsFresh(headers.Timestamp, ClicksLast)
            ? new Arrival.Refused(RefusalReason.Stale, "it was signed too long ago")
            : arrival;
    }

    private (JsonObject? Envelope, Arrival? Refusal) Open(JsonObject outer)
    {
        if (outer["encrypt"] is null)
            return (outer, null);
        if (options.EncryptKey.Length == 0)
            return (null, new Arrival.Refused(RefusalReason.NotConfigured, "the body is encrypted and Lark:EncryptKey is not set"));
        return outer.Said("encrypt") is { } encrypted && LarkCipher.Open(encrypted, options.EncryptKey) is { } plain && LarkJson.Object(plain) is { } inner
            ? (inner, null)
            : (null, new Arrival.Refused(RefusalReason.Unopenable, Unproven));
    }

    private Arrival Challenge(JsonObject envelope, bool wasEncrypted)
    {
        if (envelope.Said("challenge") is not { Length: > 0 and <= 1000 } challenge)
            return new Arrival.Refused(RefusalReason.Malformed, "the challenge is missing");
        var isKnown = options.VerificationToken.Length > 0 ? IsToken(envelope.Said("token")) : wasEncrypted;
        return isKnown ? new Arrival.Challenge(challenge) : new Arrival.Refused(RefusalReason.WrongToken, "the verification token is wrong");
    }

    /// <returns>Why it is not believed; null when it is.</returns>
    private Arrival.Refused? Distrust(LarkHeaders headers, ReadOnlySpan<byte> body, JsonObject outer, JsonObject envelope)
    {
        var isOfOld = outer["encrypt"] is null && !EnvelopeReader.IsEnvelope(envelope);
        var secret = isOfOld ? options.VerificationToken : options.EncryptKey;
        if (isOfOld && options.EncryptKey.Length > 0)
            return new(RefusalReason.Unsigned, "a callback of the old form is not taken where an encrypt key is set: it proves less");
        if (secret.Length > 0)
        {
            if (!(isOfOld ? LarkSignature.IsGoodOfOld(headers, secret, body) : LarkSignature.IsGood(headers, secret, body)))
                return new(RefusalReason.Unsigned, Unproven);
            if (!IsFresh(headers.Timestamp, options.Freshness))
                return new(RefusalReason.Stale, "it was signed too long ago");
        }
        else if (isOfOld || options.VerificationToken.Length == 0)
        {
            return new(RefusalReason.NotConfigured, "it cannot be verified: Lark:EncryptKey or Lark:VerificationToken is not set");
        }

        return isOfOld ? null : NotOurs(envelope);
    }

    private Arrival.Refused? NotOurs(JsonObject envelope)
    {
        if (options.VerificationToken.Length > 0 && !IsToken(EnvelopeReader.Token(envelope)))
            return new(RefusalReason.WrongToken, "the verification token is wrong");
        return EnvelopeReader.AppId(envelope) is { Length: > 0 } app && app != options.AppId
            ? new(RefusalReason.OtherApp, "it is meant for another app")
            : null;
    }

    private bool IsToken(string? token) =>
        options.VerificationToken.Length > 0 && token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(options.VerificationToken));

    private bool IsFresh(string timestamp, TimeSpan longest)
    {
        var age = time.GetUtcNow() - LarkTime.Read(long.Parse(timestamp, CultureInfo.InvariantCulture));
        return age <= longest && age >= -Ahead;
    }
}
