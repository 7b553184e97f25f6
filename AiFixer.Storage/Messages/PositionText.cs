using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Messages;

/// <summary>A position as it is kept.</summary>
[JsonSerializable(typeof(ChangePosition))]
internal sealed partial class PositionText : JsonSerializerContext
{
    public static string Write(ChangePosition position) => JsonSerializer.Serialize(position, Default.ChangePosition);

    /// <summary>Null when there is none.</summary>
    public static ChangePosition? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize(text, Default.ChangePosition);
}
