using System.Text;
using AiFixer.Lark.Connection;
using AiFixer.Playground.Lark.Connection;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Lark.Connection;

public sealed class FrameTests
{
    private const string Ping = "0800100018f681801020002a0c0a0474797065120470696e67";

    private const string Data =
        "0801100218f681801020012a0d0a047479706512056576656e742a100a0a6d6573736167655f696412026d312a080a0373756d1201312a080a037365711201302a0e0a0874726163655f6964120274312a1a0a0974696d657374616d70120d3137303030303030303030303042027b7d4a0178";

    /// <summary>Fields that must be there are written also when they are zero.</summary>
    [Fact]
    public void A_ping_is_written_to_the_byte() =>
        Convert.ToHexStringLower(FrameWriter.Write(Frame.Ping(33554678))).ShouldBe(Ping);

    [Fact]
    public void A_frame_with_everything_is_written_to_the_byte() => Convert.ToHexStringLower(FrameWriter.Write(Sample())).ShouldBe(Data);

    [Fact]
    public void A_frame_is_read()
    {
        var frame = FrameReader.Read(Convert.FromHexString(Data)).ShouldNotBeNull();

        (frame.SeqId, frame.LogId, frame.Service, frame.Method).ShouldBe((1UL, 2UL, 33554678, 1));
        frame.Headers.ShouldBe(Sample().Headers);
        Encoding.UTF8.GetString(frame.Payload!.Value.Span).ShouldBe("{}");
        frame.LogIdNew.ShouldBe("x");
        frame.PayloadType.ShouldBeNull();
    }

    [Fact]
    public void A_negative_service_survives() =>
        FrameReader.Read(FrameWriter.Write(new(1, 2, -5, 1)))!.Service.ShouldBe(-5);

    [Fact]
    public void The_practice_platform_writes_and_reads_the_same_bytes()
    {
        PlatformFrame.Read(Convert.FromHexString(Ping)).ShouldNotBeNull().Header("type").ShouldBe("ping");
        Convert.ToHexStringLower(PlatformFrame.Read(Convert.FromHexString(Data))!.ToBytes()).ShouldBe(Data[..^6]);
    }

    [Fact]
    public void A_frame_without_a_field_that_must_be_there_is_none()
    {
        FrameReader.Read(Convert.FromHexString("0800100018f68180102a0c0a0474797065120470696e67")).ShouldBeNull();
        FrameReader.Read(Array.Empty<byte>()).ShouldBeNull();
    }

    [Fact]
    public void Fields_that_nobody_knows_are_passed_by()
    {
        var more = Convert.FromHexString(Ping + "78017d00000000" + "8a0102aabb");

        FrameReader.Read(more).ShouldNotBeNull().Header("type").ShouldBe("ping");
    }

    [Fact]
    public void A_frame_that_is_cut_off_is_none_or_lacks_something_but_never_throws()
    {
        var whole = Convert.FromHexString(Data);

        for (var length = 0; length < whole.Length; length++)
            FrameReader.Read(whole.AsMemory(0, length))?.LogIdNew.ShouldBeNull();
    }

    [Fact]
    public void Whatever_bytes_come_nothing_is_thrown() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes =>
        {
            FrameReader.Read(bytes);
            FrameReader.Read((byte[])[.. Convert.FromHexString(Ping), .. bytes]);
        }).QuickCheckThrowOnFailure();

    private static Frame Sample() => new(1, 2, 33554678, 1)
    {
        Headers = [new("type", "event"), new("message_id", "m1"), new("sum", "1"), new("seq", "0"), new("trace_id", "t1"), new("timestamp", "1700000000000")],
        Payload = "{}"u8.ToArray(),
        LogIdNew = "x",
    };
}
