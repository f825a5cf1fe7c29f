"""The U-Net of ADM (Dhariwal & Nichol 2021, arXiv:2105.05233), with the parameter names of its checkpoints.

It is the network behind the public checkpoints of guided-diffusion, ILVR, P2-weighting and RePaint.
Written for inference; strict loading needs exactly the names and shapes built here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.errors import BadModelError

GROUPS = 32
IMAGENET_CLASSES = 1000
DEFAULT_MULTIPLIERS: dict[int, tuple[float, ...]] = {
    512: (0.5, 1, 1, 2, 2, 4, 4),
    256: (1, 1, 2, 2, 4, 4),
    128: (1, 1, 2, 3, 4),
    64: (1, 2, 3, 4),
}


@dataclass(frozen=True)
class AdmConfig:
    """The shape of an ADM U-Net.

    ``attention_factors``: downsampling factors at which blocks attend. ``num_classes``: None for an
    unconditional network. Not visible in the weights, so to be declared: ``num_heads``,
    ``num_head_channels`` (channels a head, -1 to use ``num_heads``), ``num_heads_upsample`` (heads in the
    decoder, -1 for the same) and ``new_attention_order`` (query, key and value first, heads second).
    """

    model_channels: int
    num_res_blocks: int
    channel_mult: tuple[float, ...]
    attention_factors: tuple[int, ...]
    in_channels: int = 3
    out_channels: int = 6
    num_classes: int | None = None
    num_heads: int = 1
    num_head_channels: int = -1
    num_heads_upsample: int = -1
    use_scale_shift_norm: bool = True
    resblock_updown: bool = True
    conv_resample: bool = True
    new_attention_order: bool = False

    @property
    def multiple_of(self) -> int:
        """What height and width must be multiples of."""
        return int(2 ** (len(self.channel_mult) - 1))

    @classmethod
    def from_flags(cls, flags: Mapping[str, Any]) -> AdmConfig:
        """Read the flags that the public tools document for a checkpoint (``num_channels`` and so on).

        ``attention_resolutions`` are image sizes there; they become factors of ``image_size``.
        """
        size = int(flags["image_size"])
        multipliers = tuple(float(part) for part in _parts(flags.get("channel_mult", "")))
        if not multipliers and size not in DEFAULT_MULTIPLIERS:
            raise BadModelError(
                "There are no default channel multipliers for {size} pixels: give channel_mult.", size=size
            )
        return cls(
            model_channels=int(flags["num_channels"]),
            num_res_blocks=int(flags["num_res_blocks"]),
            channel_mult=multipliers or DEFAULT_MULTIPLIERS[size],
            attention_factors=tuple(size // int(part) for part in _parts(flags["attention_resolutions"])),
            out_channels=6 if flags.get("learn_sigma", False) else 3,
            num_classes=IMAGENET_CLASSES if flags.get("class_cond", False) else None,
            num_heads=int(flags.get("num_heads", 4)),
            num_head_channels=int(flags.get("num_head_channels", -1)),
            num_heads_upsample=int(flags.get("num_heads_upsample", -1)),
            use_scale_shift_norm=bool(flags.get("use_scale_shift_norm", True)),
            resblock_updown=bool(flags.get("resblock_updown", False)),
            new_attention_order=bool(flags.get("use_new_attention_order", False)),
        )


def _parts(value: str | Sequence[float]) -> Sequence[str | float]:
    """The tools write lists as text with commas."""
    return [part for part in value.split(",") if part] if isinstance(value, str) else value


class AdmUnet(nn.Module):
    """Predicts the noise in x and, with six output channels, the interpolation of its variance."""

    def __init__(self, config: AdmConfig) -> None:
        super().__init__()
        self.config = config
        base = config.model_channels
        embedding = 4 * base
        heads_up = config.num_heads if config.num_heads_upsample == -1 else config.num_heads_upsample
        self.time_embed = nn.Sequential(
            nn.Linear(base, embedding), nn.SiLU(), nn.Linear(embedding, embedding)
        )
        if config.num_classes is not None:
            self.label_emb = nn.Embedding(config.num_classes, embedding)

        channels = int(base * config.channel_mult[0])
        outermost = channels
        stored = [channels]
        factor = 1
        self.input_blocks = nn.ModuleList([Stage([nn.Conv2d(config.in_channels, channels, 3, padding=1)])])
        for level, multiplier in enumerate(config.channel_mult):
            if level:
                self.input_blocks.append(Stage([self._resample(channels, embedding, "down")]))
                stored.append(channels)
                factor *= 2
            for _ in range(config.num_res_blocks):
                width = int(base * multiplier)
                blocks: list[nn.Module] = [self._residual(channels, embedding, width)]
                if factor in config.attention_factors:
                    blocks.append(self._attention(width, config.num_heads))
                self.input_blocks.append(Stage(blocks))
                channels = width
                stored.append(channels)

        self.middle_block = Stage(
            [
                self._residual(channels, embedding),
                self._attention(channels, config.num_heads),
                self._residual(channels, embedding),
            ]
        )

        self.output_blocks = nn.ModuleList()
        for level, multiplier in reversed(list(enumerate(config.channel_mult))):
            for number in range(config.num_res_blocks + 1):
                width = int(base * multiplier)
                blocks = [self._residual(channels + stored.pop(), embedding, width)]
                channels = width
                if factor in config.attention_factors:
                    blocks.append(self._attention(channels, heads_up))
                if level and number == config.num_res_blocks:
                    blocks.append(self._resample(channels, embedding, "up"))
                    factor //= 2
                self.output_blocks.append(Stage(blocks))

        self.out = nn.Sequential(
            GroupNorm(GROUPS, channels),
            nn.SiLU(),
            nn.Conv2d(outermost, config.out_channels, 3, padding=1),
        )

    def forward(self, x: Tensor, t: Tensor, y: Tensor | None = None) -> Tensor:
        """Return (B, out_channels, H, W).

        ``x``: (B, 3, H, W) in about [-1, 1], sides multiples of :attr:`AdmConfig.multiple_of`. ``t``:
        (B,) trained step numbers, possibly fractional. ``y``: int64 (B,) labels, if there are classes.
        """
        embedding = self.time_embed(timestep_embedding(t, self.config.model_channels).to(x.dtype))
        if self.config.num_classes is not None:
            if y is None:
                raise BadModelError("This checkpoint was trained with classes and needs a label to sample.")
            embedding = embedding + self.label_emb(y)
        outer, inner = x.dtype, self._inner_dtype
        x, embedding = x.to(inner), embedding.to(inner)
        stored = []
        for block in self.input_blocks:
            x = block(x, embedding)
            stored.append(x)
        x = self.middle_block(x, embedding)
        for block in self.output_blocks:
            x = block(torch.cat([x, stored.pop()], dim=1), embedding)
        result: Tensor = self.out(x.to(outer))
        return result

    def halve(self) -> None:
        """Keep and compute all but norms, time embedding and output in half precision, as trained with it."""
        for part in (self.input_blocks, self.middle_block, self.output_blocks):
            for layer in part.modules():
                if isinstance(layer, (nn.Conv1d, nn.Conv2d, nn.Linear)):
                    layer.half()

    @property
    def _inner_dtype(self) -> torch.dtype:
        return next(self.input_blocks.parameters()).dtype

    def _residual(self, channels: int, embedding: int, width: int | None = None) -> nn.Module:
        return ResidualBlock(channels, embedding, width or channels, self.config.use_scale_shift_norm)

    def _resample(self, channels: int, embedding: int, direction: Literal["down", "up"]) -> nn.Module:
        if self.config.resblock_updown:
            resample = nn.AvgPool2d(2) if direction == "down" else nn.Upsample(scale_factor=2, mode="nearest")
            return ResidualBlock(channels, embedding, channels, self.config.use_scale_shift_norm, resample)
        learned = self.config.conv_resample
        return Downsample(channels, learned) if direction == "down" else Upsample(channels, learned)

    def _attention(self, channels: int, heads: int) -> nn.Module:
        if self.config.num_head_channels != -1:
            heads = channels // self.config.num_head_channels
        if heads < 1 or channels % heads:
            raise BadModelError(
                "{channels} channels cannot be split into attention heads as declared: correct "
                "num_head_channels or num_heads.",
                channels=channels,
            )
        return AttentionBlock(channels, heads, self.config.new_attention_order)


class Stage(nn.ModuleList):
    """Blocks in a row, of which only the residual ones take the embedding."""

    def forward(self, x: Tensor, embedding: Tensor) -> Tensor:
        """Return the last block's output."""
        for block in self:
            x = block(x, embedding) if isinstance(block, ResidualBlock) else block(x)
        return x


class GroupNorm(nn.GroupNorm):
    """Group normalisation that computes in float32 whatever comes in."""

    def forward(self, x: Tensor) -> Tensor:
        """Return the normalised ``x`` in its own type."""
        normalised = F.group_norm(
            x.float(), self.num_groups, self.weight.float(), self.bias.float(), self.eps
        )
        return normalised.to(x.dtype)


class ResidualBlock(nn.Module):
    """Two convolutions with the time embedding between them; may resample input and skip path alike."""

    def __init__(
        self, channels: int, embedding: int, width: int, scale_shift: bool, resample: nn.Module | None = None
    ) -> None:
        super().__init__()
        self.scale_shift = scale_shift
        self.resample = resample
        self.in_layers = nn.Sequential(
            GroupNorm(GROUPS, channels), nn.SiLU(), nn.Conv2d(channels, width, 3, padding=1)
        )
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(embedding, 2 * width if scale_shift else width))
        # The identity keeps the place, and so the names, of the dropout used in training.
        self.out_layers = nn.Sequential(
            GroupNorm(GROUPS, width), nn.SiLU(), nn.Identity(), nn.Conv2d(width, width, 3, padding=1)
        )
        self.skip_connection = nn.Identity() if width == channels else nn.Conv2d(channels, width, 1)

    def forward(self, x: Tensor, embedding: Tensor) -> Tensor:
        """Return (B, width, H, W), H and W halved or doubled by a resampling block."""
        norm, activation, convolution = self.in_layers
        h = activation(norm(x))
        if self.resample is not None:
            h, x = self.resample(h), self.resample(x)
        h = convolution(h)
        e = self.emb_layers(embedding)[..., None, None]
        norm, *rest = self.out_layers
        if self.scale_shift:
            scale, shift = e.chunk(2, dim=1)
            h = norm(h) * (1 + scale) + shift
        else:
            h = norm(h + e)
        for layer in rest:
            h = layer(h)
        result: Tensor = self.skip_connection(x) + h
        return result


class AttentionBlock(nn.Module):
    """Self-attention over all pixels, added to its input."""

    def __init__(self, channels: int, heads: int, new_order: bool) -> None:
        super().__init__()
        self.heads = heads
        self.new_order = new_order
        self.norm = GroupNorm(GROUPS, channels)
        self.qkv = nn.Conv1d(channels, 3 * channels, 1)
        self.proj_out = nn.Conv1d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return a tensor of the shape of ``x``, (B, C, H, W)."""
        batch, channels, *size = x.shape
        tokens = x.flatten(2)
        qkv = self.qkv(self.norm(tokens))
        if self.new_order:
            q, k, v = qkv.view(batch, 3, self.heads, channels // self.heads, -1).unbind(1)
        else:
            q, k, v = qkv.view(batch, self.heads, 3, channels // self.heads, -1).unbind(2)
        attended = F.scaled_dot_product_attention(q.mT, k.mT, v.mT).mT
        result: Tensor = tokens + self.proj_out(attended.reshape(batch, channels, -1))
        return result.view(batch, channels, *size)


class Downsample(nn.Module):
    """Half the size by a strided convolution, or by averaging if not learned."""

    def __init__(self, channels: int, learned: bool) -> None:
        super().__init__()
        self.op = nn.Conv2d(channels, channels, 3, stride=2, padding=1) if learned else nn.AvgPool2d(2)

    def forward(self, x: Tensor) -> Tensor:
        """Return (B, C, H / 2, W / 2)."""
        result: Tensor = self.op(x)
        return result


class Upsample(nn.Module):
    """Twice the size by repeating pixels, then a convolution if learned."""

    def __init__(self, channels: int, learned: bool) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1) if learned else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """Return (B, C, 2 H, 2 W)."""
        result: Tensor = self.conv(F.interpolate(x, scale_factor=2, mode="nearest"))
        return result


def timestep_embedding(t: Tensor, dim: int) -> Tensor:
    """Cosines, then sines, of ``t`` (B,) at ``dim`` // 2 frequencies from 1 down to nearly 1e-4: (B, dim)."""
    half = dim // 2
    exponents = torch.arange(half, dtype=torch.float32, device=t.device) * (-math.log(10000) / half)
    angles = t.float()[:, None] * exponents.exp()
    return F.pad(torch.cat([angles.cos(), angles.sin()], dim=1), (0, dim % 2))
