using System.Text.Json;
using AiFixer.Engine.Replays;
using Orleans.Storage;

namespace AiFixer.Silo.Snapshots;

/// <summary>Writes snapshots as JSON. What cannot be read is as good as nothing, and the next one takes its place.</summary>
internal sealed class SnapshotSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) =>
        new(JsonSerializer.SerializeToUtf8Bytes(((KeptSnapshot)(object)input!).Snapshot, SnapshotJson.Default.StateSnapshot));

    public T Deserialize<T>(BinaryData input) => (T)(object)new KeptSnapshot { Snapshot = Read(input) };

    private static StateSnapshot? Read(BinaryData input)
    {
        try
        {
            return JsonSerializer.Deserialize(input, SnapshotJson.Default.StateSnapshot);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
