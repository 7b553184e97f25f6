using System.Text.Json.Serialization;

namespace AiFixer.Storage.SetBacks;

[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class SetBackJson : JsonSerializerContext;
