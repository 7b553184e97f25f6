using AiFixer.Playground.Api;

namespace AiFixer.Tests.Playground.Api;

public sealed class ProtobufTests
{
    /// <summary>An access review as kubectl sends it: may I patch deployments in apps?</summary>
    private static readonly byte[] Review =
    [
        .. "k8s\0"u8,
        .. Field(1, [.. Field(1, "authorization.k8s.io/v1"u8.ToArray()), .. Field(2, "SelfSubjectAccessReview"u8.ToArray())]),
        .. Field(2, Field(2, Field(1, [.. Field(1, "shop"u8.ToArray()), .. Field(2, "patch"u8.ToArray()), .. Field(3, "apps"u8.ToArray()), .. Field(5, "deployments"u8.ToArray())]))),
    ];

    [Fact]
    public void A_review_is_read_field_by_field() => ProtobufBody.Parse(Review)!.ToJsonString().ShouldBe(
        """{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{"resourceAttributes":{"namespace":"shop","verb":"patch","group":"apps","resource":"deployments"}}}""");

    [Fact]
    public void What_is_cut_off_or_no_protobuf_is_no_body()
    {
        for (var length = 0; length < Review.Length; length++)
            (ProtobufBody.Parse(Review.AsSpan(0, length))?["spec"]?["resourceAttributes"]).ShouldBeNull($"{length} bytes");
        ProtobufBody.Parse("{}"u8).ShouldBeNull();
    }

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];
}
