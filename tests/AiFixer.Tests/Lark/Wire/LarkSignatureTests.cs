using System.Security.Cryptography;
using System.Text;
using AiFixer.Lark.Wire;

namespace AiFixer.Tests.Lark.Wire;

public sealed class LarkSignatureTests
{
    private const string Event = $$"""{"encrypt":"{{LarkCipherTests.EncryptedChallenge}}"}""";
    private const string OldClick = """{"open_id":"ou_1","action":{"tag":"button","value":{"k":"v"}}}""";

    [Fact]
    public void The_documented_signature_of_an_event_is_good() =>
        IsGood(new("1700000000", "abc123", "f6bb43150047f6c0754f5c3aa6e34b43b305d43a6431eccd09df292e700cb13a"), "test key").ShouldBeTrue();

    [Fact]
    public void The_documented_signature_of_an_old_click_is_good() =>
        LarkSignature.IsGoodOfOld(new("1700000000", "abc123", "7c8316f9d61d6991e0dd9ca7fdb362cb452e781a"), "vtoken", Bytes(OldClick)).ShouldBeTrue();

    [Theory]
    [InlineData("1700000000", "abc123", "")]
    [InlineData("1700000000", "abc123", "f6bb43150047f6c0754f5c3aa6e34b43b305d43a6431eccd09df292e700cb13b")]
    [InlineData("1700000000", "abc124", "f6bb43150047f6c0754f5c3aa6e34b43b305d43a6431eccd09df292e700cb13a")]
    [InlineData("1700000001", "abc123", "f6bb43150047f6c0754f5c3aa6e34b43b305d43a6431eccd09df292e700cb13a")]
    [InlineData("", "abc123", "f6bb43150047f6c0754f5c3aa6e34b43b305d43a6431eccd09df292e700cb13a")]
    public void Anything_else_is_not(string timestamp, string nonce, string signature) =>
        IsGood(new(timestamp, nonce, signature), "test key").ShouldBeFalse();

    /// <summary>Everybody can sign with nothing; a check that has no secret lets every forged click pass.</summary>
    [Fact]
    public void A_signature_with_an_empty_secret_is_never_good()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes("1700000000abc123" + Event)));
#pragma warning disable CA5350 // The platform's own scheme.
        var sha1 = Convert.ToHexStringLower(SHA1.HashData(Bytes("1700000000abc123" + OldClick)));
#pragma warning restore CA5350

        IsGood(new("1700000000", "abc123", sha256), "").ShouldBeFalse();
        LarkSignature.IsGoodOfOld(new("1700000000", "abc123", sha1), "", Bytes(OldClick)).ShouldBeFalse();
    }

    /// <summary>What is hashed has no separators, so digits could wander from the nonce to the moment and make an old event new.</summary>
    [Fact]
    public void A_moment_that_borrowed_a_digit_of_the_nonce_is_not_good()
    {
        var signature = Convert.ToHexStringLower(SHA256.HashData(Bytes("17000000009abc" + "test key" + Event)));

        IsGood(new("1700000000", "9abc", signature), "test key").ShouldBeTrue();
        IsGood(new("17000000009", "abc", signature), "test key").ShouldBeFalse();
    }

    private static bool IsGood(LarkHeaders headers, string key) => LarkSignature.IsGood(headers, key, Bytes(Event));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
